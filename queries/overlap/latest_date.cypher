// When is the latest document from?
MATCH (d:Document)
RETURN max(d.date) AS date
