// 以前の文書の取組項目のうち、後の文書に引き継がれ、最も多くの施策に及ぶものは
// Which policy items of an earlier document are carried on in a later one, and by how many measures?
MATCH (e:Document)<-[:FOUND_IN]-(before:PolicyItem)<-[:CONTINUES]-(after:PolicyItem)-[:FOUND_IN]->(d:Document)
WHERE e.date < d.date
OPTIONAL MATCH (after)-[:COVERS]->(m:Measure)
RETURN before.title AS earlier_item, after.title AS later_item, count(DISTINCT m.id) AS measures
ORDER BY measures DESC, earlier_item, later_item LIMIT 10
