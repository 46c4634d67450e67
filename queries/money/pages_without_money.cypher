// How many measures print no sum in a document?
MATCH (m:Measure)-[:APPEARS_AS]->(a:Appearance)
WHERE a.document = $document AND NOT EXISTS { MATCH (m)-[:APPEARS_AS]->(p:Appearance)-[:FUNDED_BY]->(:Budget) WHERE p.document = $document }
RETURN count(DISTINCT m) AS count
