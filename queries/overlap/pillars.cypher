// Which pillars are there, those of the latest document first?
MATCH (p:Pillar), (d:Document)
WHERE d.id = 'document:' + p.document
RETURN p.id AS id, p.name AS name, p.document AS document, d.date AS date
ORDER BY date DESC, id
