// Which measures does a budget programme pay for?
MATCH (:BudgetProgramme {id: $id})-[r:PAYS_FOR]->(m:Measure)
RETURN m.id AS id, m.title AS title, r.kind AS kind, r.score AS score, r.why AS why
ORDER BY score DESC, id
