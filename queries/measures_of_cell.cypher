// Which measures of a ministry stand in a pillar?
MATCH (o:Ministry {id: $ministry})<-[a:ADMINISTERED_BY]-(m:Measure)-[i:IN_PILLAR]->(p:Pillar {id: $pillar}), (m)-[s:APPEARS_AS]->(:Appearance)
WHERE a.current AND i.current AND s.current
RETURN m.id AS id, m.title AS title, a.lead AS lead, a.derived AS derived, s.documents AS documents, s.lines AS lines
ORDER BY id
