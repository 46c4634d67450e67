// Which of these things does the graph know?
MATCH (n:Shisaku)
WHERE n.id IN $ids
RETURN n.id AS id
ORDER BY id
