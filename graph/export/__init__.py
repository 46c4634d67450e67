"""The graph for other programs: as a networkx network, as files (CSV, GraphML, JSON, neo4j-admin),
for py2neo, and as the rows that a load would put into another store. A store comes in.
"""
