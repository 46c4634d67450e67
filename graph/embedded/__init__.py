"""The graph in one local file, with LadybugDB: tables made from the declaration, built beside the
old file and put in its place. Rows of a graph come in; rows that answer Cypher go out.
"""
