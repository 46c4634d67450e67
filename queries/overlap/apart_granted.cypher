// Which measures does a body carry out whose operating grant is a programme?
MATCH (m:Measure)-[r:IMPLEMENTS]-(b:Body), (p:BudgetProgramme)
WHERE r.current AND p.name CONTAINS '運営費交付金' AND p.folded CONTAINS b.folded
RETURN DISTINCT m.id AS a, p.id AS b, p.for_companies AS usable
ORDER BY a, b
