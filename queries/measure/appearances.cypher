// What do the documents' pages of a measure say? The latest document first.
MATCH (:Measure {id: $id})-[s:APPEARS_AS]->(a:Appearance)-[:FOUND_IN]->(d:Document)
RETURN a AS appearance, s.current AS current, d.title AS document_title, d.date AS date, s.documents AS documents, s.lines AS lines, a.id AS id
ORDER BY date DESC, id
