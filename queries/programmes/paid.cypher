// Whom did budget programmes pay directly, or so that it is not told by whom, and which ministry answers for them?
MATCH (o:Ministry)<-[a:ADMINISTERED_BY]-(p:BudgetProgramme)-[r:PAID]->(w:Recipient)
WHERE a.lead AND (r.direct IS NULL OR r.direct)
RETURN w.id AS id, w.name AS name, w.kind AS kind, w.corporate_number AS corporate_number, o.name AS ministry, p.id AS programme, p.name AS programme_name, r.yen AS yen, r.sheet AS sheet, r.block AS block, r.documents AS documents, r.lines AS lines
ORDER BY id, ministry, programme, sheet, block, yen
