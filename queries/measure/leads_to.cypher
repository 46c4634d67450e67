// What does a measure lead to?
MATCH (:Measure {id: $id})-[r]->(n:Shisaku)
WHERE r.type <> 'APPEARS_AS' AND r.type <> 'OVERLAPS'
RETURN r.type AS relationship, r AS facts, n.id AS id, n.type AS type, n.name AS name
ORDER BY relationship, id
