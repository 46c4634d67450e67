from shisaku import find, open_store

with open_store() as graph:
    for hit in find(graph, "くるみん", limit=3):
        print(hit.type, hit.name)
