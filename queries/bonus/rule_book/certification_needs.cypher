// What must be held before what: which certifications does each one need directly?
MATCH (c:Certification)-[:NEEDS]->(n:Certification)
RETURN c.id AS id, n.id AS needed
ORDER BY id, needed
