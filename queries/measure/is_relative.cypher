// Which measures are a part or the successor of these?
MATCH (o:Measure)<-[r:PART_OF_MEASURE|SUCCEEDS]-(m:Measure)
WHERE o.id IN $ids
RETURN m.id AS id, m.title AS title, r.type AS type, o.id AS relative, o.title AS relative_title
ORDER BY type, id, relative
