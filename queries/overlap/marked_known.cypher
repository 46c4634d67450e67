// Which of these things does the graph know, and what are they called?
MATCH (n:Shisaku)
WHERE n.id IN $ids
RETURN n.id AS id, coalesce(n.title, n.name) AS title
ORDER BY id
