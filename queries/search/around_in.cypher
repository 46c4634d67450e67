// Which things lead to a node, by relationship? Of each those with the most neighbours first.
MATCH (:Shisaku {id: $id})<-[r]-(b:Shisaku)
WHERE r.type IS NOT NULL AND ($hubs OR NOT b.hub)
WITH DISTINCT r.type AS relation, b
MATCH (b)-[q]-(c:Shisaku)
WHERE q.type IS NOT NULL
RETURN relation, b.id AS id, b.type AS type, b.name AS name, count(DISTINCT c) AS neighbours
ORDER BY relation, type, neighbours DESC, id
