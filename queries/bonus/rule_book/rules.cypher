// The bonus rules of these ids.
MATCH (r:BonusRule)
WHERE r.id IN $ids
RETURN r.id AS id, r.name AS name, r.bonuses AS bonuses, r.condition AS condition, r.condition_mode AS condition_mode, r.benefit AS benefit,
       r.value AS value, r.value_is AS value_is, r.size_class AS size_class, r.status AS status, r.since AS since, r.as_of AS as_of, r.last_status AS last_status,
       r.ended_why AS ended_why, r.ended_by AS ended_by,
       r.exclusive_group AS exclusive_group, r.rank AS rank, r.limits AS limits, r.unstated AS unstated, r.excluded AS excluded, r.clawback AS clawback
ORDER BY id
