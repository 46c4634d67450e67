// Into which budget programmes do sheets say that others go, those of the one or those of the other?
MATCH (p:BudgetProgramme)-[r:RELATED_PROGRAMME]->(q:BudgetProgramme)
WHERE r.relation IN ["merged_into", "merged_from"]
RETURN p.id AS id, p.sheet_number AS number, p.name AS name, r.relation AS relation, q.id AS other, q.sheet_number AS other_number, q.name AS other_name
ORDER BY id, other, relation
