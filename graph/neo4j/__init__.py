"""The graph on a Neo4j server: the connection, reading, and loads that write the difference to what
is there, one loader at a time. Rows of a graph come in; rows that answer Cypher go out, or a folder
for neo4j-admin. `import neo4j` is the official driver, here too.
"""
