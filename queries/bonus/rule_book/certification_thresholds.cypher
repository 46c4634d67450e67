// What do the latest pages that describe a certification ask of those who want it, in numbers?
MATCH (c:Certification)<-[d:DESCRIBES]-(m:Measure)-[x:APPEARS_AS]->(a:Appearance)
WHERE d.current AND x.current
RETURN c.id AS id, m.id AS measure, a.document AS document, a.thresholds AS thresholds
ORDER BY id, measure, document
