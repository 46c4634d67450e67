from shisaku import diff, open_store

with open_store() as graph:
    changed = diff(graph, "followup-2024", "package-2025")
print(changed.counts)
