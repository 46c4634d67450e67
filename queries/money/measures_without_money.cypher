// How many measures print no sum?
MATCH (m:Measure)
WHERE NOT EXISTS { MATCH (m)-[s:APPEARS_AS]->(:Appearance)-[:FUNDED_BY]->(:Budget) WHERE s.current }
RETURN count(m) AS count
