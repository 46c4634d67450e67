// Which programmes are parts, wholes or purses of each other?
MATCH (p:BudgetProgramme)-[r:RELATED_PROGRAMME]->(q:BudgetProgramme)
WHERE r.relation IN ['parent', 'child', 'fund', 'fund_of', 'operating_grant', 'operating_grant_of'] AND p.id <> q.id
RETURN DISTINCT p.id AS a, q.id AS b, p.for_companies AND q.for_companies AS usable
ORDER BY a, b
