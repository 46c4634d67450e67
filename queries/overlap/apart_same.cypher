// Which programmes are one, in several accounts: of one name?
MATCH (p:BudgetProgramme), (q:BudgetProgramme)
WHERE p.folded = q.folded AND p.id < q.id
RETURN p.id AS a, q.id AS b, p.supports_companies AND q.supports_companies AS usable
ORDER BY a, b
