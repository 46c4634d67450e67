// By which numbers do measures that bonus rules raise, or are stated by, tell a company's size class?
MATCH (m:Measure)-[c:COUNTS_AS]->(s:SizeClass)
WHERE c.current AND (EXISTS { MATCH (:BonusRule)-[:RAISES]->(m) } OR EXISTS { MATCH (:BonusRule)-[:STATED_ON]->(m) })
RETURN m.id AS measure, m.title AS title, s.name AS size_class, c.way AS way, c.whom AS whom, c.law AS law, c.of AS number, c.op AS op, c.amount AS amount,
       c.unit AS unit, c.documents AS documents, c.lines AS lines
ORDER BY measure, size_class, way, number
