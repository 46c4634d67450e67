// Which policy items stand in a document, under which numbers?
MATCH (i:PolicyItem)-[f:FOUND_IN]->(d:Document {id: $document})
RETURN i.id AS id, i.title AS title, i.item_no AS item_no, i.column_name AS column_name, f.line_start AS line_start
ORDER BY line_start, id
