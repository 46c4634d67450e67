// How are these two scored, in whichever order?
MATCH (a:Shisaku)-[o:OVERLAPS]-(b:Shisaku)
WHERE a.id = $a AND b.id = $b
RETURN a.id AS id, o AS found
ORDER BY id
