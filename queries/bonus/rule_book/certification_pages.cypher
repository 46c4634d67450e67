// For companies of which sizes are the measures that describe a certification, as their latest pages say?
MATCH (c:Certification)<-[:DESCRIBES]-(m:Measure)-[t:TARGETS]->(s:SizeClass)
WHERE t.current
RETURN DISTINCT c.id AS id, m.id AS measure, s.name AS size_class
ORDER BY id, measure, size_class
