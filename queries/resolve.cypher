// Which nodes does an id or name mean?
MATCH (n)
WHERE n.id = $name OR $folded IN n.known_as
RETURN n.id AS id, n.type AS type, n.name AS name
ORDER BY id
