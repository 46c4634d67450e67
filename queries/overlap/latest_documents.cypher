// When is each measure told last?
MATCH (m:Measure)-[:APPEARS_AS]->(:Appearance)-[:FOUND_IN]->(d:Document)
RETURN m.id AS id, max(d.date) AS date
ORDER BY id
