// To which industries are the measures confined, by their latest page, that these rules raise or stand on? `named`: those of who may apply.
MATCH (r:BonusRule)-[:RAISES|STATED_ON]->(m:Measure)
WHERE r.id IN $ids
OPTIONAL MATCH (m)-[s:SERVES]->(i:Industry)
WHERE s.current
RETURN DISTINCT m.id AS measure, m.applicant_industries AS named, i.name AS industry
ORDER BY measure, industry
