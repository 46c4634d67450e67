// What leads to a measure?
MATCH (n:Shisaku)-[r]->(:Measure {id: $id})
WHERE r.type <> 'OVERLAPS'
RETURN r.type AS relationship, r AS facts, n.id AS id, n.type AS type, n.name AS name
ORDER BY relationship, id
