// Which measures of a ministry stand in a pillar, as the pillar's document has them?
MATCH (o:Ministry {id: $ministry})<-[a:ADMINISTERED_BY]-(m:Measure)-[i:IN_PILLAR]->(p:Pillar {id: $pillar}), (m)-[s:APPEARS_AS]->(t:Appearance {document: p.document})
WHERE p.document IN a.documents OR a.derived
RETURN m.id AS id, m.title AS title, a.lead AS lead, a.known_by = 'body' AS derived, s.documents AS documents, s.lines AS lines, t.line_start AS line
ORDER BY id, line
