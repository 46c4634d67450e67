// What did reviews come to on each budget programme, and do they speak of others alike?
MATCH (p:BudgetProgramme)-[:FOUND]->(f:Finding)
WHERE f.on_overlap OR f.verdict IS NOT NULL
RETURN p.id AS id, f.id AS finding, f.verdict AS verdict, f.year AS year, f.on_overlap AS on_overlap
ORDER BY id, year DESC, finding
