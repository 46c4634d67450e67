// Which bodies carry these measures out?
MATCH (m:Measure)<-[r:IMPLEMENTS]-(b:Body)
WHERE m.id IN $ids AND r.current
RETURN m.id AS measure, b.id AS id, b.name AS name, r.role AS role, r.documents AS documents, r.lines AS lines
ORDER BY measure, id, role
