// What did reviews say of a budget programme?
MATCH (:BudgetProgramme {id: $id})-[r:FOUND]->(f:Finding)
RETURN f.id AS id, f.by AS by, f.year AS year, f.verdict AS verdict, f.outcome AS outcome, f.asks AS asks, f.review AS review, f.on_overlap AS on_overlap, r.documents AS documents, r.lines AS lines
ORDER BY id
