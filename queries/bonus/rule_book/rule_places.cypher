// Where do these rules stand?
MATCH (r:BonusRule)-[f:FOUND_IN]->(d:Document)
WHERE r.id IN $ids
RETURN r.id AS rule, d.id AS document, f.line_start AS line
ORDER BY rule, document, line
