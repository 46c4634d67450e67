// Which measures do these documents contain, under which titles, and where?
MATCH (m:Measure)-[s:APPEARS_AS]->(a:Appearance)
WHERE a.document IN $documents
RETURN m.id AS measure, m.title AS measure_title, a.document AS document, a.title AS title, a.line_start AS line_start, a.rates AS rates, a.caps AS caps, a.scheme AS scheme, a.related AS related, s.documents AS documents, s.lines AS lines
ORDER BY measure, document, line_start
