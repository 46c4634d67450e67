// Which programmes pay for which measures because a person judged so after reading both?
MATCH (p:BudgetProgramme)-[pays:PAYS_FOR]->(m:Measure)
WHERE 'by_hand' IN pays.why
RETURN p.id AS programme, p.name AS name, m.id AS measure, m.title AS title, pays.kind AS kind
ORDER BY programme, measure
