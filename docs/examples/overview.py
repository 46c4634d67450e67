from shisaku import open_store, overview

with open_store() as graph:
    for document in overview(graph).documents:
        print(document.id, document.found.get("measures"))
