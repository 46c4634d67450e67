// How many nodes of each type are there?
MATCH (n)
RETURN n.type AS type, count(*) AS count
ORDER BY type
