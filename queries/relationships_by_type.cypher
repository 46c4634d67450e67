// How many relationships of each type are there?
MATCH ()-[r]->()
RETURN r.type AS type, count(*) AS count
ORDER BY type
