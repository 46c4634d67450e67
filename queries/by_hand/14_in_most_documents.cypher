// 最も多くの文書に現れる施策は
// Which measures stand in the most documents, from when to when?
MATCH (m:Measure)-[:APPEARS_AS]->(:Appearance)-[:FOUND_IN]->(d:Document)
WITH m, count(DISTINCT d.id) AS documents, min(d.date) AS since, max(d.date) AS latest
WHERE documents > 2
RETURN m.title AS measure, documents, since, latest
ORDER BY documents DESC, since, measure LIMIT 10
