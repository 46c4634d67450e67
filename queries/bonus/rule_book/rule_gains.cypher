// What do these rules raise?
MATCH (r:BonusRule)-[g:RAISES]->(n)
WHERE r.id IN $ids
RETURN r.id AS rule, n.id AS id, n.type AS type, n.name AS name, g.printed AS printed, g.frame AS frame
ORDER BY rule, id
