// What are these nodes?
MATCH (n:Shisaku)
WHERE n.id IN $ids
RETURN n.id AS id, n.type AS type, n.name AS name
ORDER BY id
