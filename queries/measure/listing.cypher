// Which measures are there, where does each stand in the latest document that contains it, who runs it and under which pillar?
MATCH (m:Measure)-[s:APPEARS_AS]->(a:Appearance)-[:FOUND_IN]->(d:Document)
WHERE s.current
OPTIONAL MATCH (m)-[r:ADMINISTERED_BY]->(o:Ministry)
WHERE r.current
OPTIONAL MATCH (m)-[i:IN_PILLAR]->(p:Pillar)
WHERE i.current
RETURN m.id AS id, m.title AS title, s.documents AS documents, s.lines AS lines, o.id AS ministry, o.name AS ministry_name,
       coalesce(r.lead, false) AS lead, p.id AS pillar, p.name AS pillar_name, d.date AS date, a.document AS document, a.line_start AS line
ORDER BY date DESC, document, line, id, lead DESC, ministry, pillar
