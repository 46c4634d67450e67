// Which nodes do these ids or names mean? (What all ids end with, and what stands in each of the names, if anything does, is cheap to look for first.)
MATCH (n:Shisaku)
WHERE n.id ENDS WITH $key OR $part = '' OR n.words CONTAINS $part
WITH n
WHERE n.id IN $ids OR any(name IN $names WHERE name IN n.known_as)
RETURN n.id AS id, n.type AS type, n.name AS name
ORDER BY id
