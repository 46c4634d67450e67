// Which budgets do the measures draw on in these documents?
MATCH (m:Measure)-[:APPEARS_AS]->(a:Appearance)-[f:FUNDED_BY]->(b:Budget)
WHERE a.document IN $documents
RETURN m.id AS measure, a.document AS document, a.id AS appearance, b.id AS budget, b.kind AS kind, b.year AS year, b.yen AS yen, b.pot AS pot,
       f.part_of AS part_of, coalesce(f.share, false) AS share, f.proposed AS proposed, f.documents AS documents, f.lines AS lines
ORDER BY measure, appearance, budget
