// The size classes, and which class each one contains directly.
MATCH (s:SizeClass)
OPTIONAL MATCH (s)-[:CONTAINS]->(p:SizeClass)
RETURN s.name AS name, s.known_as AS known_as, p.name AS part
ORDER BY name, part
