// Which documents are loaded, and what do they state of themselves?
MATCH (d:Document)
RETURN d.id AS id, d.title AS title, d.publisher AS publisher, d.date AS date, d.url AS url, d.file AS file, d.sha256 AS sha256, d.text_sha256 AS text_sha256, d.line_count AS lines,
       d.terms_of_use AS terms_of_use, d.states AS states, d.found AS found
ORDER BY id
