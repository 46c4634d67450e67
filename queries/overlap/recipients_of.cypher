// Whom does each of these programmes pay, and which implementing body is that?
MATCH (p:BudgetProgramme)-[r:PAID]->(w:Recipient)
WHERE p.id IN $ids AND w.kind <> 'unnamed'
OPTIONAL MATCH (w)-[:IS]->(b:Body)
RETURN p.id AS programme, w.id AS id, w.name AS name, w.kind AS kind, b.id AS body, r.yen AS yen, r.sheet AS sheet, r.block AS block, r.documents AS documents, r.lines AS lines
ORDER BY programme, sheet DESC, block, id, body, yen
