// How many facts of each type does each document state?
MATCH (:Shisaku)-[r]->(:Shisaku)
WHERE r.documents IS NOT NULL
UNWIND r.documents AS document
RETURN document, r.type AS type, count(*) AS count
ORDER BY document, type
