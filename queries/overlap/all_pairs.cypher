// Which pairs of measures are scored at least so high, between ministries or within one?
MATCH (m:Measure)-[o:OVERLAPS]->(n:Measure)
WHERE o.grade >= $grade AND o.score >= $score
  AND (($between AND size(o.within) = 0) OR ($within AND size(o.within) > 0))
RETURN m.id AS a, n.id AS b, o.score AS score, o.grade AS grade
ORDER BY score DESC, grade DESC, a, b
LIMIT $limit
