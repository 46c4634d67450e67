// How many neighbours has each of these nodes, and what is it?
MATCH (a:Shisaku)-[r]-(b:Shisaku)
WHERE a.id IN $ids AND r.type IS NOT NULL
RETURN a.id AS id, a.type AS type, a.name AS name, count(DISTINCT b) AS neighbours
ORDER BY id
