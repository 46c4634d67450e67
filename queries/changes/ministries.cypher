// Which ministries are tied to the measures of these documents, and which is the latest document of each measure?
MATCH (m:Measure)-[r:ADMINISTERED_BY]->(o:Ministry), (m)-[s:APPEARS_AS]->(a:Appearance)
WHERE s.current AND EXISTS { MATCH (m)-[:APPEARS_AS]->(t:Appearance) WHERE t.document IN $documents }
RETURN m.id AS measure, o.id AS id, o.name AS name, r.lead AS lead, r.derived AS derived, r.documents AS documents, r.lines AS lines, a.document AS latest
ORDER BY measure, id
