// Which ministries answer for these measures and budget programmes, and which of them in the lead?
MATCH (n:Shisaku)-[r:ADMINISTERED_BY]->(o:Ministry)
WHERE n.id IN $ids AND r.current
RETURN n.id AS id, o.id AS ministry, o.name AS name, o.english AS english, coalesce(r.lead, false) AS lead
ORDER BY id, ministry, lead
