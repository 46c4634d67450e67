// Which budgets do the measures of a document draw on, as it tells them?
MATCH (m:Measure)-[:APPEARS_AS]->(a:Appearance)-[f:FUNDED_BY]->(b:Budget)
WHERE a.document = $document
OPTIONAL MATCH (b)-[:WITHIN]->(w:Budget)
RETURN m.id AS measure, b.id AS budget, b.kind AS kind, b.year AS year, b.yen AS yen, b.pot AS pot, f.part_of AS part_of, coalesce(f.share, false) AS share, f.proposed AS proposed,
       collect(DISTINCT w.id) AS within
ORDER BY budget, measure, part_of, share, proposed
