// All names by which nodes of these types answer.
MATCH (n:Shisaku)
WHERE n.type IN $kinds
RETURN n.name AS name, n.known_as AS known_as
ORDER BY n.id
