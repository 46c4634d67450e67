from shisaku import open_store, overlaps

with open_store() as graph:
    for pair in overlaps(graph, limit=2):
        print(pair.score, pair.grade, pair.a.title, "/", pair.b.title)
