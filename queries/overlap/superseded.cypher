// Which measures does another one carry on?
MATCH (:Measure)-[:SUCCEEDS]->(m:Measure)
RETURN DISTINCT m.id AS id
ORDER BY id
