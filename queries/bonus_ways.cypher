// What joins certifications, bonus rules, measures and programmes?
MATCH (a)-[r:REQUIRES|RAISES|STATED_ON|IMPLIES|NEEDS|DESCRIBES|PART_OF_MEASURE|SUCCEEDS]->(b)
WHERE a.type IN ['Certification', 'BonusRule', 'Measure'] AND b.type IN ['Certification', 'Measure', 'Programme']
RETURN DISTINCT a.id AS source, a.type AS source_type, a.name AS source_name, b.id AS target, b.type AS target_type, b.name AS target_name
ORDER BY source, target
