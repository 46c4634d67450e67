// 加点・上乗せの条件が最も多い施策は
// Which measures have the most ways to more points, a higher rate or a higher cap?
MATCH (m:Measure)<-[:RAISES]-(r:BonusRule)
WHERE r.status = 'in_force'
RETURN m.title AS measure, count(r) AS rules, count(DISTINCT r.benefit) AS kinds_of_benefit
ORDER BY rules DESC, measure LIMIT 10
