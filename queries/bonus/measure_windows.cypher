// When can one apply for the measures that bonus rules raise, as every document tells?
MATCH (:BonusRule)-[:RAISES]->(m:Measure)-[:APPEARS_AS]->(a:Appearance)
WHERE a.windows IS NOT NULL AND a.windows <> '[]'
RETURN DISTINCT m.id AS measure, a.document AS document, a.windows AS windows
ORDER BY measure, document, windows
