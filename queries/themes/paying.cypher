// Which budget programme pays for which measure?
MATCH (p:BudgetProgramme)-[:PAYS_FOR]->(m:Measure)
RETURN DISTINCT p.id AS programme, m.id AS measure
ORDER BY measure, programme
