// Which of these measures does a policy item of the document name or cover?
MATCH (d:Document {id: $document})<-[f:FOUND_IN]-(i:PolicyItem)-[:COVERS]->(m:Measure)
WHERE m.id IN $ids
RETURN m.id AS measure, i.id AS id, i.title AS title, f.line_start AS line
ORDER BY measure, line, id
