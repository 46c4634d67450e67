// What money has each budget programme, and which offices lead it?
MATCH (p:BudgetProgramme)
OPTIONAL MATCH (p)-[m:ADMINISTERED_BY]->(o) WHERE m.lead
RETURN p.id AS id, p.sheet_number AS number, p.name AS name, p.bureau AS bureau, p.money AS money, o.id AS office_id, o.type AS type, o.name AS office
ORDER BY number, id, type, office
