// What are the pairs among these measures and budget programmes scored and graded?
MATCH (m:Shisaku)-[o:OVERLAPS]->(n:Shisaku)
WHERE m.id IN $ids AND n.id IN $ids
RETURN m.id AS a, n.id AS b, o.score AS score, o.grade AS grade
ORDER BY a, b
