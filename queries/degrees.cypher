// How many neighbours has each of these nodes?
MATCH (a)-[r]-(b)
WHERE a.id IN $ids
RETURN a.id AS id, count(DISTINCT b.id) AS neighbours
ORDER BY id
