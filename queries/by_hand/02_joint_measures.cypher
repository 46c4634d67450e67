// 共管の施策が多い府省庁の組合せは
// Which two ministries run the most measures together?
MATCH (o:Ministry)<-[a:ADMINISTERED_BY]-(m:Measure)-[b:ADMINISTERED_BY]->(p:Ministry)
WHERE o.id < p.id AND a.current AND b.current AND NOT a.derived AND NOT b.derived
RETURN o.name AS ministry, p.name AS second_ministry, count(m) AS measures, min(m.title) AS example
ORDER BY measures DESC, ministry, second_ministry LIMIT 10
