// Which budgets do these measures draw on?
MATCH (m:Measure)-[:APPEARS_AS]->(p:Appearance)-[f:FUNDED_BY]->(b:Budget)
WHERE m.id IN $ids AND f.current
OPTIONAL MATCH (b)-[:WITHIN]->(w:Budget)
RETURN m.id AS measure, b.id AS budget, b.kind AS kind, b.year AS year, b.yen AS yen, b.pot AS pot, f.part_of AS part_of, coalesce(f.share, false) AS share, f.proposed AS proposed,
       f.documents AS documents, f.lines AS lines, p.id AS page, collect(DISTINCT w.id) AS within
ORDER BY budget, measure, part_of, share, proposed, page
