// How many measures has each ministry in each pillar of a document, as that document has it, and how many only through a body that it supervises?
MATCH (o:Ministry)<-[a:ADMINISTERED_BY]-(m:Measure)-[i:IN_PILLAR]->(p:Pillar {document: $document})
WHERE $document IN a.documents OR a.derived
RETURN o.id AS ministry, o.name AS ministry_name, p.id AS pillar, p.name AS pillar_name,
       count(DISTINCT m.id) AS measures, count(DISTINCT CASE WHEN a.known_by = 'body' THEN m.id END) AS derived
ORDER BY ministry, pillar
