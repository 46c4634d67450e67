// 優遇の多い認定の根拠法は
// Which laws stand behind the certifications, and how many rules hang on each?
MATCH (c:Certification)
WHERE c.law <> ''
OPTIONAL MATCH (c)<-[:REQUIRES]-(r:BonusRule)
RETURN c.law AS law, count(DISTINCT c.id) AS certifications, count(DISTINCT r.id) AS rules
ORDER BY rules DESC, law LIMIT 10
