// 複数の府省庁の施策を実施している機関は
// Which bodies carry out measures of several ministries?
MATCH (b:Body)-[i:IMPLEMENTS]->(m:Measure)-[a:ADMINISTERED_BY]->(o:Ministry)
WHERE i.current AND a.current AND NOT a.derived
WITH b, count(DISTINCT o.id) AS ministries, count(DISTINCT m.id) AS measures
WHERE ministries > 1
RETURN b.name AS body, ministries, measures
ORDER BY ministries DESC, measures DESC, body LIMIT 10
