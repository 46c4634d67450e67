// Of which measures are these a part or the successor?
MATCH (m:Measure)-[r:PART_OF_MEASURE|SUCCEEDS]->(o:Measure)
WHERE m.id IN $ids
RETURN m.id AS id, m.title AS title, r.type AS type, o.id AS relative, o.title AS relative_title
ORDER BY type, id, relative
