// How many key terms has a measure?
MATCH (:Measure {id: $id})-[r:ABOUT]->(t:Term)
WHERE r.current
RETURN count(t) AS count
