// Which offices answer for each measure and budget programme?
MATCH (n)-[r:ADMINISTERED_BY]->(o)
WHERE r.current
RETURN n.id AS id, o.id AS office, o.name AS name, o.type AS type, r.lead AS lead
ORDER BY id, lead DESC, type DESC, office
