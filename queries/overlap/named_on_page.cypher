// What does the page of one of these two measures say of the other?
MATCH (a:Measure)-[r:RELATED]->(b:Measure)
WHERE a.id IN $ids AND b.id IN $ids
RETURN a.id AS measure, b.id AS other, r.relation AS relation, r.documents AS documents, r.lines AS lines
ORDER BY measure, other, relation
