from shisaku import open_store, paths

with open_store() as graph:
    for path in paths(graph, "くるみん", "公共調達", limit=1):
        print(" → ".join(node.name for node in path.nodes))
