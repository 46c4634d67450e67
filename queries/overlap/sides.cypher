// Where does the latest document have each of these measures, what does it work on, and who applies there?
MATCH (m:Measure)-[s:APPEARS_AS]->(a:Appearance)-[:FOUND_IN]->(d:Document)
WHERE m.id IN $ids AND s.current
RETURN m.id AS measure, m.title AS title, m.problems AS problems, m.activities AS activities, a.document AS document, d.date AS date, a.page AS page, a.line_start AS line_start, a.line_end AS line_end,
       a.applicants AS applicants, a.caps AS caps, a.field_lines AS field_lines
ORDER BY measure, document, line_start
