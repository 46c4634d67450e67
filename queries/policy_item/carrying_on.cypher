// Which later policy items carry these on?
MATCH (l:PolicyItem)-[:CONTINUES]->(e:PolicyItem)
WHERE e.id IN $ids
RETURN DISTINCT l.id AS id
ORDER BY id
