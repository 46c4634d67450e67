// What is the money of these budget programmes?
MATCH (p:BudgetProgramme)
WHERE p.id IN $ids
RETURN p.id AS id, p.name AS name, p.money AS money
ORDER BY id
