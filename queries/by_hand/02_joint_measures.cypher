// 共管の施策が多い府省庁の組合せは
// Which two ministries run the most measures together?
MATCH (o:Ministry)<-[a:ADMINISTERED_BY]-(m:Measure)-[b:ADMINISTERED_BY]->(p:Ministry)
WHERE o.id < p.id AND a.current AND b.current AND NOT a.derived AND NOT b.derived
RETURN o.name AS ministry, p.name AS other, count(m) AS measures, min(m.title) AS one_of_them
ORDER BY measures DESC, ministry, other LIMIT 10
