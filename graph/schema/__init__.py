"""What the graph may hold: node and relationship types with their properties, the size classes of
companies and the kinds of benefits, as YAML with their readers; rows held against them; the page
docs/graph.md written from them.
"""
