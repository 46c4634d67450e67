// Which relationships hang on a node?
MATCH (:Shisaku {id: $id})-[r]-(n:Shisaku)
WHERE r.type IS NOT NULL
RETURN r.type AS type, r.documents AS documents, r.lines AS lines
ORDER BY type, n.id, coalesce(r.role, ''), coalesce(r.way, 0), coalesce(r.of, ''), coalesce(r.line_start, 0), coalesce(r.`group`, 0), coalesce(r.relation, ''), coalesce(r.sheet, 0), coalesce(r.block, ''), coalesce(r.yen, 0)
