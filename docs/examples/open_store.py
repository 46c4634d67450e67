from shisaku import open_store

with open_store() as graph:
    rows = graph.read("MATCH (m:Measure) RETURN count(*) AS measures")
print(rows)
