// To which industries are the measures confined, by their latest page, that these rules raise or stand on?
MATCH (r:BonusRule)-[:RAISES|STATED_ON]->(m:Measure)-[s:SERVES]->(i:Industry)
WHERE r.id IN $ids AND s.current
RETURN DISTINCT m.id AS measure, i.name AS industry
ORDER BY measure, industry
