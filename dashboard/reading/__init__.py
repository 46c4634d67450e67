"""What pages read: answers of `queries` on the open graph, kept until another graph is loaded; what
nodes, types and documents are called; lines of the source documents. Comes in: a question or an id;
goes out: records and text.
"""
