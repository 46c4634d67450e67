// 最も多くの優遇につながる認定は（検討中・再掲なしを除く）
// Which certifications does the largest number of rules in force ask for?
MATCH (c:Certification)<-[:REQUIRES]-(r:BonusRule {status: 'in_force'})
RETURN c.name AS certification, count(DISTINCT r.id) AS rules, count(DISTINCT r.benefit) AS kinds_of_benefit
ORDER BY rules DESC, certification LIMIT 10
