from shisaku import bonus_paths, open_store

with open_store() as graph:
    path = bonus_paths(graph, "くるみん", "公共調達")[0]
print([node.type for node in path.nodes])
