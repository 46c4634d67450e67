// How many relationships of each type are there?
MATCH (:Shisaku)-[r]->(:Shisaku)
WHERE r.type IS NOT NULL
RETURN r.type AS type, count(*) AS count
ORDER BY type
