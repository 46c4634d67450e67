// 異なる府省庁の施策で、同じ対象に同じことをしているものは（重複・重なり）
// Which measures of different ministries do much the same for the same people? (Grade 3: duplication, 2: overlap.)
MATCH (a:Measure)-[o:OVERLAPS]->(b:Measure)
WHERE o.grade >= 2 AND size(o.within) = 0
RETURN a.title AS measure, b.title AS other, o.grade AS grade, o.shared_problems AS problems, o.shared_activities AS activities, a.id AS measure_id, b.id AS other_id
ORDER BY grade DESC, o.score DESC, measure_id, other_id LIMIT 15
