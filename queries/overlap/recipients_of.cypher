// Whom does each of these programmes pay directly, or so that it is not told by whom, and which implementing body is that?
MATCH (p:BudgetProgramme)-[r:PAID]->(w:Recipient)
WHERE p.id IN $ids AND w.kind <> 'unnamed' AND (r.direct IS NULL OR r.direct)
OPTIONAL MATCH (w)-[:IS]->(b:Body)
RETURN p.id AS programme, w.id AS id, w.name AS name, w.kind AS kind, b.id AS body, r.yen AS yen, r.sheet AS sheet, r.block AS block, r.documents AS documents, r.lines AS lines
ORDER BY programme, sheet DESC, block, id, body, yen
