// 所管する施策が最も多い府省庁はどこか。うち共管の施策は
// Which ministries run the most measures, and how many of them jointly with another ministry?
MATCH (m:Measure)-[a:ADMINISTERED_BY]->(o:Ministry)
WHERE a.current AND NOT a.derived
OPTIONAL MATCH (m)-[b:ADMINISTERED_BY]->(p:Ministry)
WHERE b.current AND NOT b.derived AND p.id <> o.id
RETURN o.name AS ministry, count(DISTINCT m.id) AS measures, count(DISTINCT CASE WHEN p.id IS NOT NULL THEN m.id END) AS jointly
ORDER BY measures DESC, ministry LIMIT 15
