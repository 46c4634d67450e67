// All bonus rules.
MATCH (r:BonusRule)
RETURN r.id AS id
ORDER BY id
