from shisaku import open_store, ranked_programmes

with open_store() as graph:
    little = ranked_programmes(graph, "execution", under=0.5, least=10**8)
print(little.year, [(one.name, one.execution) for one in little.programmes])
