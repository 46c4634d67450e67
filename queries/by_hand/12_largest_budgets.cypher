// 内数でない予算額が最も大きい施策は
// Which measures have the largest sums of their own (no part of a larger sum)?
MATCH (m:Measure)-[:APPEARS_AS]->(a:Appearance)-[f:FUNDED_BY]->(b:Budget)
WHERE f.current AND NOT f.part_of
RETURN m.title AS measure, b.kind AS kind, b.fiscal AS fiscal, b.yen AS yen, a.document AS document, min(a.line_start) AS page_from_line
ORDER BY yen DESC, measure, fiscal LIMIT 10
