// Which relationships join two of these nodes? (Those of one type between the same two are told apart by what they say.)
MATCH (a:Shisaku)-[r]->(b:Shisaku)
WHERE a.id IN $ids AND b.id IN $ids AND r.type IS NOT NULL
RETURN a.id AS source, b.id AS target, r.type AS type, r AS facts
ORDER BY type, source, target, coalesce(r.role, ''), coalesce(r.way, 0), coalesce(r.of, ''), coalesce(r.line_start, 0), coalesce(r.`group`, 0), coalesce(r.relation, ''), coalesce(r.sheet, 0), coalesce(r.block, ''), coalesce(r.yen, 0)
