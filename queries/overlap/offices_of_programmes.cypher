// Which ministries lead these budget programmes?
MATCH (p:BudgetProgramme)-[r:ADMINISTERED_BY]->(o:Ministry)
WHERE p.id IN $ids AND r.current AND r.lead
RETURN DISTINCT p.id AS measure, o.id AS id, o.type AS type, o.name AS name, o.english AS english
ORDER BY measure, id
