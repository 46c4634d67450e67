"""The graph on a Neo4j server: the connection, reading, loading. `import neo4j` is the official
driver, here too.

Imports nothing of ours but graph; opened through graph.opening.open_store.
"""
