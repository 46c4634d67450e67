// What of the documents was not understood, and which values did corrections set?
MATCH (d:Document)
RETURN d.id AS id, d.refused AS refused, d.mended AS mended
ORDER BY id
