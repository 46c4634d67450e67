"""What the graph may hold: node and relationship types with their properties, the size classes
and the kinds of companies, the kinds of budgets and of benefits, as YAML with their readers; how a
rule stands; rows held against them; the page docs/graph.md written from them.
"""
