// What contains what: which certifications does each one imply directly?
MATCH (c:Certification)-[:IMPLIES]->(b:Certification)
RETURN c.id AS id, b.id AS below
ORDER BY id, below
