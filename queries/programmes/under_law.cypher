// Which measures and budget programmes stand under a law, and who answers for them?
MATCH (n)-[r:UNDER]->(:Law {id: $id})
OPTIONAL MATCH (n)-[a:ADMINISTERED_BY]->(o:Ministry)
WHERE a.current
RETURN n.id AS id, n.type AS type, n.name AS name, r.articles AS articles, r.documents AS documents, r.lines AS lines, o.name AS ministry, a.lead AS lead
ORDER BY type, id, lead DESC, ministry
