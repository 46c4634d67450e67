"""Whatever stands in the graph: found by words, shown whole, joined by a path, asked for in
Cypher.
"""
