// Which key terms has each measure?
MATCH (m:Measure)-[r:ABOUT]->(t:Term)
WHERE r.current
RETURN m.id AS id, t.id AS term, t.name AS name, r.weight AS weight
ORDER BY id, term
