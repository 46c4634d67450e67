// Under which laws does a measure or budget programme stand?
MATCH (t:Shisaku)-[r:UNDER]->(l:Law)
WHERE t.id = $id
RETURN l.id AS id, l.name AS name, r.articles AS articles, r.documents AS documents, r.lines AS lines
ORDER BY id
