// A node with its properties.
MATCH (n)
WHERE n.id = $id
RETURN n AS node
