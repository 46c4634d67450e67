from shisaku import neighbourhood, open_store

with open_store() as graph:
    around = neighbourhood(graph, "くるみん", hops=1, limit=10)
print(len(around.nodes), "nodes,", len(around.edges), "relationships,", around.left_out, "left out")
