// Which budgets do these measures draw on?
MATCH (m:Measure)-[s:APPEARS_AS]->(:Appearance)-[f:FUNDED_BY]->(b:Budget)
WHERE m.id IN $ids AND s.current
RETURN m.id AS measure, b.id AS budget, b.kind AS kind, b.year AS year, b.yen AS yen, b.pot AS pot, f.part_of AS part_of, coalesce(f.share, false) AS share, f.proposed AS proposed,
       f.documents AS documents, f.lines AS lines
ORDER BY budget, measure
