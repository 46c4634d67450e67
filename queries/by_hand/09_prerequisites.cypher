// ある認定の前提となる認定は。その先にいくつの優遇があるか
// Which certifications need another one first, and how many rules lie behind them?
MATCH (c:Certification)-[:NEEDS]->(n:Certification)
OPTIONAL MATCH (c)<-[:REQUIRES]-(r:BonusRule)
RETURN n.name AS needed_first, c.name AS certification, count(DISTINCT r.id) AS rules
ORDER BY rules DESC, needed_first, certification LIMIT 15
