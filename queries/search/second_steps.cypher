// Where does a second step lead from a node, by the node after the first (hubs as for one step)?
MATCH (:Shisaku {id: $id})-[r]-(a:Shisaku)-[q]-(b:Shisaku)
WHERE r.type IS NOT NULL AND q.type IS NOT NULL AND b.id <> $id AND ($hubs OR NOT a.hub) AND ($hubs OR NOT b.hub OR b.id = $goal)
RETURN a.id AS origin, collect(DISTINCT b.id) AS ids
ORDER BY origin
