// Which earlier policy items do these carry on?
MATCH (l:PolicyItem)-[:CONTINUES]->(e:PolicyItem)
WHERE l.id IN $ids
RETURN DISTINCT e.id AS id
ORDER BY id
