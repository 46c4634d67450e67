// Which measures does a later document have as a part of another one?
// (the part's own appearance in EXISTS: in one MATCH with the whole's, the embedded engine loses rows)
MATCH (m:Measure)-[:PART_OF_MEASURE]->(w:Measure)-[t:APPEARS_AS]->(:Appearance)-[:FOUND_IN]->(e:Document)
WHERE t.current AND EXISTS { MATCH (m)-[s:APPEARS_AS]->(:Appearance)-[:FOUND_IN]->(d:Document) WHERE s.current AND d.date < e.date }
RETURN DISTINCT m.id AS id
ORDER BY id
