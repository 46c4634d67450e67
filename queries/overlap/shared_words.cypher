// What did the scoring find in both of each pair among these measures and budget programmes, where they are at least so alike?
MATCH (m:Shisaku)-[o:OVERLAPS]->(n:Shisaku)
WHERE m.id IN $ids AND n.id IN $ids AND o.score >= $score
RETURN m.id AS a, n.id AS b, o.shared_problems AS problems, o.shared_activities AS activities, o.shared_terms AS terms
ORDER BY a, b
