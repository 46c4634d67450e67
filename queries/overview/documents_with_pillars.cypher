// Which documents file their measures under pillars?
MATCH (p:Pillar), (d:Document)
WHERE d.id = 'document:' + p.document
RETURN DISTINCT p.document AS document, d.date AS date
ORDER BY date DESC, document
