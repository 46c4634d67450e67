from shisaku import ministries_by_pillar, open_store

with open_store() as graph:
    cells = ministries_by_pillar(graph, "package-2025")
fullest = max(cells, key=lambda cell: cell.measures)
print(fullest.ministry_name, fullest.pillar_name, fullest.measures)
