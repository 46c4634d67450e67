// What do these rules ask for?
MATCH (r:BonusRule)-[q:REQUIRES]->(c)
WHERE r.id IN $ids
RETURN r.id AS rule, q.`group` AS number, q.tier_or_above AS tier_or_above, c.id AS id, c.type AS type, c.name AS name, c.kind AS kind,
       c.what AS what, c.amount AS amount, c.unit AS unit, c.aliases AS aliases, c.met_by AS met_by
ORDER BY rule, number, id
