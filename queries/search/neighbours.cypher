// Which nodes are one step from these, hubs left out unless asked ($goal may be a hub)?
MATCH (a:Shisaku)-[r]-(b:Shisaku)
WHERE a.id IN $ids AND r.type IS NOT NULL AND ($hubs OR NOT b.hub OR b.id = $goal)
RETURN DISTINCT a.id AS origin, b.id AS id, b.type AS type, b.name AS name, b.hub AS hub
ORDER BY origin, id
