// 内数でない予算額が最も大きい施策は
// Which measures have the largest sums of their own (no part of a larger sum)?
MATCH (m:Measure)-[:APPEARS_AS]->(a:Appearance)-[f:FUNDED_BY]->(b:Budget)
WHERE f.current AND NOT f.part_of
RETURN m.title AS measure, f.kind AS kind, f.fiscal AS fiscal, f.yen AS yen, f.documents AS documents, f.lines AS lines
ORDER BY yen DESC, measure, fiscal LIMIT 10
