// What are these offices called, in English too?
MATCH (o:Shisaku)
WHERE o.id IN $ids
RETURN o.id AS id, o.name AS name, o.english AS english
ORDER BY id
