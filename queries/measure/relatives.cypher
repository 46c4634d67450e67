// Which measures are a part or the successor of another, where one of the two is among these?
MATCH (m:Measure)-[r:PART_OF_MEASURE|SUCCEEDS]->(o:Measure)
WHERE m.id IN $ids OR o.id IN $ids
RETURN m.id AS id, m.title AS title, r.type AS type, o.id AS relative, o.title AS relative_title
ORDER BY type, id, relative
