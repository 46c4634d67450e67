// The tiers of a family, the lowest first.
MATCH (c:Certification)
WHERE c.family = $family
RETURN c.id AS id, c.name AS name, c.tier AS tier
ORDER BY tier, id
