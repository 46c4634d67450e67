// What did the scoring find in both of each pair among these measures, and of which one ministry are they (none: of different ones), where they are at least so alike?
MATCH (m:Measure)-[o:OVERLAPS]->(n:Measure)
WHERE m.id IN $ids AND n.id IN $ids AND o.score >= $score
RETURN m.id AS a, n.id AS b, o.within AS within, o.shared_problems AS problems, o.shared_activities AS activities, o.shared_terms AS terms
ORDER BY a, b
