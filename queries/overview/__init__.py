"""What is in the graph: counts by type, the documents, and ministries × pillars.

In goes a store (and a document or a cell of the matrix), out come counts and lists of measures.
"""
