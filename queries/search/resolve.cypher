// Which nodes do these ids or names mean?
MATCH (n:Shisaku)
WHERE n.id IN $ids OR any(name IN $names WHERE name IN n.known_as)
RETURN n.id AS id, n.type AS type, n.name AS name
ORDER BY id
