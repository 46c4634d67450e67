// What is known of a budget programme itself?
MATCH (p:BudgetProgramme {id: $id})
RETURN p AS programme, p.id AS id
ORDER BY id
