// To which industries are measures confined by their latest page?
MATCH (m:Measure)-[s:SERVES]->(i:Industry)
WHERE s.current
RETURN m.id AS measure, i.name AS industry
ORDER BY measure, industry
