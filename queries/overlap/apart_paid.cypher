// Which measures does a programme pay for, or is it?
MATCH (p:BudgetProgramme)-[:PAYS_FOR]->(m:Measure)
RETURN m.id AS a, p.id AS b, p.for_companies AS usable
ORDER BY a, b
