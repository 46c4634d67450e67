// The policy items of these ids, the documents that hold them, and where.
MATCH (i:PolicyItem)-[f:FOUND_IN]->(d:Document)
WHERE i.id IN $ids
RETURN i.id AS id, i.title AS title, i.item_no AS item_no, i.column_name AS column_name, i.figures AS figures, f.line_start AS line_start, f.line_end AS line_end,
       d.id AS document, d.title AS document_title, d.date AS date
ORDER BY id
