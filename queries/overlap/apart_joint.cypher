// Which programmes are officially run jointly with another ministry that has one of much the same name?
MATCH (p:BudgetProgramme)-[r:ADMINISTERED_BY]->(x:Ministry)<-[s:ADMINISTERED_BY]-(q:BudgetProgramme)
WHERE s.lead AND NOT r.lead AND p.id <> q.id AND (p.folded CONTAINS q.folded OR q.folded CONTAINS p.folded)
RETURN DISTINCT p.id AS a, q.id AS b, p.for_companies AND q.for_companies AS usable
ORDER BY a, b
