// When is the latest document from that tells more than calls?
MATCH (d:Document)
WHERE d.date IS NOT NULL AND NOT EXISTS { MATCH (:Call)-[:FOUND_IN]->(d) }
RETURN d.date AS date
ORDER BY date DESC
LIMIT 1
