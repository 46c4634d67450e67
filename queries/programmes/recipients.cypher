// Whom did a budget programme pay?
MATCH (:BudgetProgramme {id: $id})-[r:PAID]->(w:Recipient)
RETURN w.id AS id, w.name AS name, w.kind AS kind, w.corporate_number AS corporate_number, r.yen AS yen, r.sheet AS sheet, r.block AS block, r.direct AS direct, r.contracts AS contracts, r.documents AS documents, r.lines AS lines
ORDER BY sheet DESC, block, id, yen
