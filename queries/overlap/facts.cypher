// What is each of these measures tied to, as its latest appearance states it?
MATCH (m:Measure)-[r:ADMINISTERED_BY|IMPLEMENTS|USES|SERVES|TARGETS|IN_PILLAR|ABOUT]-(n:Shisaku)
WHERE m.id IN $ids AND r.current
RETURN m.id AS measure, r.type AS relationship, n.id AS id, n.type AS type, n.name AS name, n.english AS english, r.weight AS weight,
       coalesce(r.lead, false) AS lead, coalesce(r.derived AND r.known_by = 'body', false) AS derived, EXISTS { MATCH (n)-[:SUPERVISED_BY]->(:Ministry) } AS supervised, r.documents AS documents, r.lines AS lines
ORDER BY measure, relationship, id
