// Where do answers tell of calls? The latest answer first.
MATCH (c:Call)-[f:FOUND_IN]->(d:Document)
RETURN c.id AS call, d.id AS document, f.line_start AS line, d.date AS date
ORDER BY call, date DESC, document, line
