// Which relationships hang on a node?
MATCH (:Shisaku {id: $id})-[r]-(:Shisaku)
WHERE r.type IS NOT NULL
RETURN r.type AS type, r.documents AS documents, r.lines AS lines
ORDER BY type
