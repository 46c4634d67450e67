// Which policy items cover these measures?
MATCH (i:PolicyItem)-[c:COVERS]->(m:Measure)
WHERE m.id IN $ids
RETURN m.id AS measure, i.id AS id, i.item_no AS number, i.title AS title, c.documents AS documents, c.lines AS lines
ORDER BY measure, id
