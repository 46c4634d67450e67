// Which things of a type does a relationship without direction join to a node? Those with the most neighbours first.
MATCH (:Shisaku {id: $id})-[r]-(b:Shisaku)
WHERE r.type = $relation AND b.type = $kind AND ($hubs OR NOT b.hub)
WITH DISTINCT b
MATCH (b)-[q]-(c:Shisaku)
WHERE q.type IS NOT NULL
RETURN b.id AS id, b.type AS type, b.name AS name, count(DISTINCT c) AS neighbours
ORDER BY neighbours DESC, id
LIMIT $most
