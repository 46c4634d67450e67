// 問合せ先になっている施策が最も多い課室は
// Which departments answer for the most measures?
MATCH (d:Department)<-[c:CONTACT]-(m:Measure)
WHERE c.current
RETURN d.name AS department, count(DISTINCT m.id) AS measures
ORDER BY measures DESC, department LIMIT 10
