// With which measures and budget programmes is this one scored at least so high?
MATCH (a:Shisaku)-[o:OVERLAPS]-(b:Shisaku)
WHERE a.id = $id AND o.grade >= $grade AND o.score >= $score
RETURN b.id AS other, o.score AS score, o.grade AS grade
ORDER BY score DESC, grade DESC, other
