// Which programmes are told as a part of a larger one by a name that is another programme's?
MATCH (p:BudgetProgramme), (q:BudgetProgramme)
WHERE p.folded CONTAINS '(うち' AND p.folded ENDS WITH ('(うち' + q.folded + ')')
RETURN DISTINCT p.id AS a, q.id AS b, p.for_companies AND q.for_companies AS usable
ORDER BY a, b
