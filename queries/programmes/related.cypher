// Which other budget programmes does the sheet of one name?
MATCH (:BudgetProgramme {id: $id})-[r:RELATED_PROGRAMME]->(p:BudgetProgramme)
RETURN p.id AS id, p.name AS name, r.relation AS relation, r.documents AS documents, r.lines AS lines
ORDER BY relation, id
