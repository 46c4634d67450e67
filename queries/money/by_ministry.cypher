// Which budgets do the measures of each ministry draw on?
MATCH (o:Ministry)<-[a:ADMINISTERED_BY]-(m:Measure)-[:APPEARS_AS]->(:Appearance)-[f:FUNDED_BY]->(b:Budget)
WHERE a.current AND f.current
OPTIONAL MATCH (b)-[:WITHIN]->(w:Budget)
RETURN o.id AS ministry, o.name AS name, a.known_by = 'body' AS derived, m.id AS measure, b.id AS budget, b.kind AS kind, b.year AS year, b.yen AS yen,
       b.pot AS pot, f.part_of AS part_of, coalesce(f.share, false) AS share, f.proposed AS proposed, collect(DISTINCT w.id) AS within
ORDER BY ministry, budget, measure, part_of, share, proposed
