// Which ministries, agencies and bodies run these measures?
MATCH (m:Measure)-[r:ADMINISTERED_BY|IMPLEMENTS]-(o:Shisaku)
WHERE m.id IN $ids AND r.current
RETURN DISTINCT m.id AS measure, o.id AS id, o.type AS type, o.name AS name, o.english AS english
ORDER BY measure, id
