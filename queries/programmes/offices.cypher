// Which offices answer for a budget programme?
MATCH (:BudgetProgramme {id: $id})-[r:ADMINISTERED_BY]->(o)
RETURN o.id AS id, o.name AS name, o.type AS type, r.lead AS lead, r.documents AS documents, r.lines AS lines
ORDER BY lead DESC, id
