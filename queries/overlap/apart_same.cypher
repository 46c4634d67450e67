// Which programmes are one, in several accounts: of one name?
MATCH (p:BudgetProgramme), (q:BudgetProgramme)
WHERE p.folded = q.folded AND p.id < q.id
RETURN p.id AS a, q.id AS b, p.for_companies AND q.for_companies AS usable
ORDER BY a, b
