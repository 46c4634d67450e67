// On which measures' pages do these rules stand?
MATCH (r:BonusRule)-[:STATED_ON]->(m:Measure)
WHERE r.id IN $ids
RETURN r.id AS rule, m.id AS id, m.title AS title
ORDER BY rule, id
