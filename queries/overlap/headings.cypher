// Which measures without a budget have one of these words in their title?
UNWIND $words AS word
MATCH (m:Measure)
WHERE m.title CONTAINS word AND NOT EXISTS { MATCH (m)-[:APPEARS_AS]->(:Appearance)-[:FUNDED_BY]->(:Budget) }
RETURN DISTINCT m.id AS id, m.title AS title
ORDER BY id
