// How many neighbours has each of these nodes?
MATCH (a:Shisaku)-[r]-(b:Shisaku)
WHERE a.id IN $ids AND r.type IS NOT NULL
RETURN a.id AS id, count(DISTINCT b.id) AS neighbours
ORDER BY id
