// 以前の文書に無く、2025年の施策集で初めて現れる施策が多い府省庁は
// Whose measures stand in the booklet of 2025 and in no document before it?
MATCH (o:Ministry)<-[a:ADMINISTERED_BY]-(m:Measure)-[:APPEARS_AS]->(:Appearance)-[:FOUND_IN]->(d:Document {id: 'document:package-2025'})
WHERE a.current AND NOT a.derived
OPTIONAL MATCH (m)-[:APPEARS_AS]->(:Appearance)-[:FOUND_IN]->(e:Document)
WHERE e.date < d.date
RETURN o.name AS ministry, count(DISTINCT m.id) AS in_the_booklet, count(DISTINCT m.id) - count(DISTINCT CASE WHEN e.id IS NOT NULL THEN m.id END) AS new_there
ORDER BY new_there DESC, ministry LIMIT 15
