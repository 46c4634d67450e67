// Which relationships hang on a node?
MATCH (n)-[r]-()
WHERE n.id = $id
RETURN r.type AS type, r.documents AS documents, r.lines AS lines
ORDER BY type
