// A node with its properties.
MATCH (n:Shisaku {id: $id})
RETURN n AS node
