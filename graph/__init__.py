"""The graph: what types it has (`schema`), where it is kept (`embedded` in a file, `neo4j` on a
server, both opened by `opening` and read as `store` says), and how it leaves (`export`). Rows of a
catalogue come in; rows that answer Cypher go out.
"""
