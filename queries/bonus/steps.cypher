// What joins certifications, what they contain and need, the bonus rules that ask for them, what these raise with its parts, and the certifications that a measure describes?
MATCH (a)-[r:REQUIRES|RAISES|IMPLIES|NEEDS|DESCRIBES|PART_OF_MEASURE]->(b)
WHERE a.type IN ['Certification', 'BonusRule', 'Measure'] AND b.type IN ['Certification', 'Measure', 'Programme']
RETURN DISTINCT a.id AS source, a.type AS source_type, a.benefit AS benefit, b.id AS target, b.type AS target_type
ORDER BY source, target
