from shisaku import communities, open_store

with open_store() as graph:
    first = communities(graph).communities[0]
print(len(first.members), "measures of", len(first.ministries), "ministries:", first.problems[0][0])
