// On which line does each printed page of the documents begin?
MATCH (d:Document)
RETURN d.id AS id, d.page_starts AS page_starts
ORDER BY id
