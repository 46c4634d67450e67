from shisaku import PairFilter, open_store, overlaps

wanted = PairFilter(ministry="厚生労働省", grade=2, document="package-2025")
with open_store() as graph:
    print(len(overlaps(graph, wanted, limit=None)))
