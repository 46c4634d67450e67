// How many nodes of each type are there?
MATCH (n:Shisaku)
RETURN n.type AS type, count(*) AS count
ORDER BY type
