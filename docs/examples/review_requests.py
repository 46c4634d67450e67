from shisaku import open_store, review_requests

with open_store() as graph:
    merging = review_requests(graph, ["merge"])
print(merging.programmes, [(one.name, one.by, one.year) for one in merging.asked])
