// Which size classes do these rules leave out, and where is that said?
MATCH (r:BonusRule)-[n:NOT_FOR]->(s:SizeClass)
WHERE r.id IN $ids
RETURN r.id AS rule, s.name AS size_class, n.documents AS documents, n.lines AS lines
ORDER BY rule, size_class
