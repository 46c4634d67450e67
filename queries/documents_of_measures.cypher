// Which documents contain these measures? The earliest first.
MATCH (m:Measure)-[:APPEARS_AS]->(a:Appearance)-[:FOUND_IN]->(d:Document)
WHERE m.id IN $ids
RETURN DISTINCT m.id AS id, a.document AS document, d.date AS date
ORDER BY id, date, document
