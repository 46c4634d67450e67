// Which offices answer for each measure?
MATCH (m:Measure)-[r:ADMINISTERED_BY]->(o)
WHERE r.current
RETURN m.id AS id, o.id AS office, o.name AS name, o.type AS type, r.lead AS lead
ORDER BY id, lead DESC, type DESC, office
