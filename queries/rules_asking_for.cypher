// Which rules ask for one of these certifications, or for one of those below them "or above"?
MATCH (r:BonusRule)-[q:REQUIRES]->(c:Certification)
WHERE c.id IN $held OR (c.id IN $below AND q.tier_or_above)
RETURN DISTINCT r.id AS id
ORDER BY id
