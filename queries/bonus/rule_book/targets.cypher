// For companies of which sizes are the measures that bonus rules raise, as their latest pages say?
MATCH (:BonusRule)-[:RAISES]->(m:Measure)-[t:TARGETS]->(s:SizeClass)
WHERE t.current
RETURN DISTINCT m.id AS measure, s.name AS size_class
ORDER BY measure, size_class
