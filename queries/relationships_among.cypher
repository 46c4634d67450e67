// Which relationships join two of these nodes?
MATCH (a)-[r]->(b)
WHERE a.id IN $ids AND b.id IN $ids
RETURN a.id AS source, b.id AS target, r.type AS type, r AS facts
ORDER BY type, source, target
