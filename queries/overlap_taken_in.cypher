// Which measures does a later document tell as a part of another one?
MATCH (m:Measure)-[:PART_OF_MEASURE]->(w:Measure), (m)-[s:APPEARS_AS]->(:Appearance)-[:FOUND_IN]->(d:Document), (w)-[t:APPEARS_AS]->(:Appearance)-[:FOUND_IN]->(e:Document)
WHERE s.current AND t.current AND d.date < e.date
RETURN DISTINCT m.id AS id
ORDER BY id
