// Under which laws does each budget programme stand?
MATCH (p:BudgetProgramme)-[:UNDER]->(l:Law)
RETURN p.id AS id, l.id AS law, l.name AS name
ORDER BY id, law
