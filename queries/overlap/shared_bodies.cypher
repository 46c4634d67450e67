// Which measures does each body serve, in what role, and whose measures are they? (Ministries that are printed, not derived.)
MATCH (b:Body)-[i:IMPLEMENTS]->(m:Measure)
WHERE i.current
OPTIONAL MATCH (m)-[a:ADMINISTERED_BY]->(o:Ministry)
WHERE a.current AND NOT a.derived
RETURN b.id AS body, b.name AS name, m.id AS measure, m.title AS title, i.role AS role, i.documents AS documents, i.lines AS lines, o.name AS ministry
ORDER BY body, measure, role, ministry
