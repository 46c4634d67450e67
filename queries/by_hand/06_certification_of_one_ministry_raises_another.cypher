// ある府省庁の認定が、別の府省庁の施策の優遇につながるのは
// Which certifications of one ministry raise measures of another?
MATCH (issuer:Ministry)<-[:ISSUED_BY]-(c:Certification)<-[:REQUIRES]-(r:BonusRule)-[:RAISES]->(m:Measure)-[a:ADMINISTERED_BY]->(o:Ministry)
WHERE issuer.id <> o.id AND a.current AND NOT EXISTS { MATCH (c)-[:ISSUED_BY]->(o) }
RETURN DISTINCT issuer.name AS issuer, c.name AS certification, r.benefit AS benefit, m.title AS measure, o.name AS ministry, r.status AS status
ORDER BY issuer, certification, measure, benefit, ministry, status LIMIT 30
