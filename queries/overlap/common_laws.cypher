// Under which laws do both stand?
MATCH (a:Shisaku)-[r:UNDER]->(l:Law)<-[s:UNDER]-(b:Shisaku)
WHERE a.id = $a AND b.id = $b
RETURN l.id AS id, l.name AS name, r.articles AS articles_a, r.documents AS documents_a, r.lines AS lines_a,
       s.articles AS articles_b, s.documents AS documents_b, s.lines AS lines_b
ORDER BY id
