// The same of so many nodes that looking for each in a list would take longer than to join them.
UNWIND $ids AS id
MATCH (a:Shisaku {id: id})-[r]-(b:Shisaku)
WHERE r.type IS NOT NULL AND ($hubs OR NOT b.hub OR b.id = $goal)
RETURN a.id AS origin, collect(DISTINCT b.id) AS ids
ORDER BY origin
