// Which budget programmes do sheets say were merged or split?
MATCH (p:BudgetProgramme)-[r:RELATED_PROGRAMME]->(q:BudgetProgramme)
WHERE r.relation IN ["merged_into", "merged_from", "split_into", "split_from"]
RETURN p.id AS id, p.name AS name, r.relation AS relation, q.id AS other, q.name AS other_name, r.documents AS documents, r.lines AS lines
ORDER BY id, relation, other
