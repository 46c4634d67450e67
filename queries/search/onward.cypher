// Where does one step lead from each of these, hubs left out unless asked ($goal may be a hub)?
MATCH (a:Shisaku)-[r]-(b:Shisaku)
WHERE a.id IN $ids AND r.type IS NOT NULL AND ($hubs OR NOT b.hub OR b.id = $goal)
RETURN a.id AS origin, collect(DISTINCT b.id) AS ids
ORDER BY origin
