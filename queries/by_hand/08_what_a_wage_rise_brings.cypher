// 賃上げは何をもたらすか
// What does a wage rise bring?
MATCH (c:Condition {kind: 'wage_raise'})<-[:REQUIRES]-(r:BonusRule)-[:RAISES]->(n)
RETURN c.name AS condition, r.benefit AS benefit, r.value AS value, n.name AS raises, r.size_class AS size_class, r.id AS rule
ORDER BY raises, benefit, condition, rule LIMIT 40
