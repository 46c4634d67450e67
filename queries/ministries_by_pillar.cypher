// How many measures has each ministry in each pillar, and how many of them only through a body that it supervises?
MATCH (o:Ministry)<-[a:ADMINISTERED_BY]-(m:Measure)-[i:IN_PILLAR]->(p:Pillar)
WHERE a.current AND i.current
RETURN o.id AS ministry, o.name AS ministry_name, p.id AS pillar, p.name AS pillar_name,
       count(DISTINCT m.id) AS measures, count(DISTINCT CASE WHEN a.derived THEN m.id END) AS derived
ORDER BY ministry, pillar
