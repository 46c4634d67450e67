// 異なる府省庁の施策で、同じ対象に同じことをしているものは（重複・重なり）
// Which measures of different ministries do much the same for the same people? (Grade 3: duplication, 2: overlap.)
MATCH (a:Measure)-[o:OVERLAPS]->(b:Measure)
WHERE o.grade >= 2 AND size(o.within) = 0
RETURN a.title AS measure_a, b.title AS measure_b, o.grade AS grade, o.shared_problems AS problems, o.shared_activities AS activities, a.id AS id_a, b.id AS id_b
ORDER BY grade DESC, o.score DESC, id_a, id_b LIMIT 15
