// Which offices answer for each budget programme?
MATCH (p:BudgetProgramme)-[r:ADMINISTERED_BY]->(o)
RETURN p.id AS id, o.id AS office, o.name AS name, o.type AS type, r.lead AS lead
ORDER BY id, lead DESC, type DESC, office
