// On which measures' pages, and where, do these rules stand?
MATCH (r:BonusRule)-[s:STATED_ON]->(m:Measure)
WHERE r.id IN $ids
RETURN r.id AS rule, m.id AS id, m.title AS title, s.documents AS documents, s.lines AS lines
ORDER BY rule, id
