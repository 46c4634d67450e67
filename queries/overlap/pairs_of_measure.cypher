// With which measures is this one scored at least so high, between ministries or within one?
MATCH (:Measure {id: $measure})-[o:OVERLAPS]-(n:Measure)
WHERE o.grade >= $grade AND o.score >= $score
  AND (($between AND size(o.within) = 0) OR ($within AND size(o.within) > 0))
RETURN n.id AS other, o.score AS score, o.grade AS grade
ORDER BY score DESC, grade DESC, other
