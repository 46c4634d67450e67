// Which relationships join two of these nodes?
MATCH (a:Shisaku)-[r]->(b:Shisaku)
WHERE a.id IN $ids AND b.id IN $ids AND r.type IS NOT NULL
RETURN a.id AS source, b.id AS target, r.type AS type, r AS facts
ORDER BY type, source, target
