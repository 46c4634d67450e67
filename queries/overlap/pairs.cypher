// Which pairs of measures are scored at least so high: of this measure (and that one), of these offices, under this pillar, of this latest document?
MATCH (m:Measure)-[o:OVERLAPS]->(n:Measure)
WHERE o.grade >= $grade AND o.score >= $score
  AND (($between AND size(o.within) = 0) OR ($within AND size(o.within) > 0))
  AND NOT m.id IN $left_out AND NOT n.id IN $left_out
  AND ($measure = '' OR m.id = $measure OR n.id = $measure)
  AND ($second_measure = '' OR m.id = $second_measure OR n.id = $second_measure)
  AND ($pillar = '' OR EXISTS { MATCH (k:Measure)-[i:IN_PILLAR]->(p:Pillar) WHERE p.id = $pillar AND i.current AND (k.id = m.id OR k.id = n.id) })
  AND ($document = '' OR (EXISTS { MATCH (m)-[d:APPEARS_AS]->(t:Appearance) WHERE t.document = $document AND d.current }
    AND EXISTS { MATCH (n)-[e:APPEARS_AS]->(u:Appearance) WHERE u.document = $document AND e.current }))
  AND ($office = ''
    OR (EXISTS { MATCH (m)-[r:ADMINISTERED_BY|IMPLEMENTS]-(x:Shisaku) WHERE x.id = $office AND r.current }
        AND ($second_office = '' OR EXISTS { MATCH (n)-[s:ADMINISTERED_BY|IMPLEMENTS]-(y:Shisaku) WHERE y.id = $second_office AND s.current }))
    OR (EXISTS { MATCH (n)-[r:ADMINISTERED_BY|IMPLEMENTS]-(x:Shisaku) WHERE x.id = $office AND r.current }
        AND ($second_office = '' OR EXISTS { MATCH (m)-[s:ADMINISTERED_BY|IMPLEMENTS]-(y:Shisaku) WHERE y.id = $second_office AND s.current })))
RETURN m.id AS a, n.id AS b, o.score AS score, o.grade AS grade
ORDER BY score DESC, grade DESC, a, b
LIMIT $limit
