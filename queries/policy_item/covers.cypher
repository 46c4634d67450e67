// Which measures do these policy items cover?
MATCH (i:PolicyItem)-[c:COVERS]->(m:Measure)
WHERE i.id IN $ids
RETURN i.id AS item, m.id AS id, m.title AS title, c.documents AS documents, c.lines AS lines
ORDER BY item, id
