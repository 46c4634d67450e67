// What did budget programmes pay to a recipient, themselves or through others, and which ministry answers for them?
MATCH (w:Recipient {id: $id})<-[r:PAID]-(p:BudgetProgramme)
OPTIONAL MATCH (p)-[a:ADMINISTERED_BY]->(o:Ministry)
WHERE a.lead
RETURN w.id AS id, p.id AS programme, p.name AS name, o.name AS ministry, r.yen AS yen, r.sheet AS sheet, r.block AS block, r.direct AS direct, r.documents AS documents, r.lines AS lines
ORDER BY sheet DESC, programme, block, yen, ministry
