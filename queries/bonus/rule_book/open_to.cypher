// Which size classes are measures open to, as their latest pages tell who applies: those that bonus rules raise, and those that describe a certification?
MATCH (m:Measure)-[o:OPEN_TO]->(s:SizeClass)
WHERE o.current AND (EXISTS { MATCH (:BonusRule)-[:RAISES]->(m) } OR EXISTS { MATCH (m)-[:DESCRIBES]->(:Certification) })
RETURN m.id AS measure, s.name AS size_class, o.documents AS documents, o.lines AS lines
ORDER BY measure, size_class
