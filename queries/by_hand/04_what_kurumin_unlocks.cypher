// くるみん（各段階）は何を可能にするか
// What do くるみん and its other tiers unlock, and where is that printed?
MATCH (c:Certification {family: 'くるみん'})<-[q:REQUIRES]-(r:BonusRule)-[:RAISES]->(n)
RETURN c.name AS certification, r.benefit AS benefit, r.value AS value, n.name AS raises, r.status AS status, r.id AS rule, q.documents AS documents, q.lines AS lines
ORDER BY certification, status, benefit, raises, rule LIMIT 40
