// When is the latest document from, answers about calls aside?
MATCH (d:Document)
WHERE d.date IS NOT NULL AND NOT d.id STARTS WITH 'document:jgrants-'
RETURN d.date AS date
ORDER BY date DESC
LIMIT 1
