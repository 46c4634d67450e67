// Which pairs with a budget programme are scored at least so high: with this measure, of these offices, all or those that companies can use?
MATCH (m:Shisaku)-[o:OVERLAPS]->(n:BudgetProgramme)
WHERE o.grade >= $grade AND o.score >= $score
  AND (($between AND size(o.within) = 0) OR ($within AND size(o.within) > 0))
  AND ($every OR (n.for_companies AND (m.type = 'Measure' OR m.for_companies)))
  AND NOT m.id IN $left_out
  AND ($measure = '' OR m.id = $measure)
  AND ($office = ''
    OR (EXISTS { MATCH (m)-[r:ADMINISTERED_BY|IMPLEMENTS]-(x:Shisaku) WHERE x.id = $office AND r.current }
        AND ($second_office = '' OR EXISTS { MATCH (n)-[s:ADMINISTERED_BY]-(y:Shisaku) WHERE y.id = $second_office AND s.current }))
    OR (EXISTS { MATCH (n)-[r:ADMINISTERED_BY]-(x:Shisaku) WHERE x.id = $office AND r.current }
        AND ($second_office = '' OR EXISTS { MATCH (m)-[s:ADMINISTERED_BY|IMPLEMENTS]-(y:Shisaku) WHERE y.id = $second_office AND s.current })))
RETURN m.id AS a, n.id AS b, o.score AS score, o.grade AS grade
ORDER BY score DESC, grade DESC, a, b
