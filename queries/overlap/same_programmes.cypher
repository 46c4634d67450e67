// Which budget programmes are these measures, and what is their money?
MATCH (p:BudgetProgramme)-[r:PAYS_FOR]->(m:Measure)
WHERE m.id IN $ids AND r.kind = 'same'
RETURN m.id AS measure, p.id AS programme, p.money AS money, r.score AS score
ORDER BY measure, score DESC, programme
