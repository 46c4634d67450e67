// What are these budget programmes called in their sheets, by which ministry?
MATCH (p:BudgetProgramme)-[r:ADMINISTERED_BY]->(o:Shisaku)
WHERE p.id IN $ids AND r.current
RETURN p.id AS id, p.name AS title, p.heads AS heads, p.bureau AS bureau, o.id AS office, o.name AS ministry, o.type AS type, o.english AS english
ORDER BY id, office
