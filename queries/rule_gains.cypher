// What do these rules raise?
MATCH (r:BonusRule)-[:RAISES]->(n)
WHERE r.id IN $ids
RETURN r.id AS rule, n.id AS id, n.type AS type, n.name AS name
ORDER BY rule, id
