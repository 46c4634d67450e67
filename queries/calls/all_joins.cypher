// Which measures and budget programmes are calls of?
MATCH (c:Call)-[r:CALL_OF]->(m)
RETURN c.id AS call, m.id AS id, m.type AS type, m.name AS name, r.score AS score, r.why AS why
ORDER BY call, type DESC, id
