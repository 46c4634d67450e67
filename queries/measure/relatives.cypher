// Which measures are a part or the successor of another, where one of the two is among these?
MATCH (m:Measure)-[r]->(o:Measure)
WHERE r.type IN ['PART_OF_MEASURE', 'SUCCEEDS'] AND (m.id IN $ids OR o.id IN $ids)
RETURN m.id AS id, m.title AS title, r.type AS type, o.id AS relative, o.title AS relative_title
ORDER BY type, id, relative
