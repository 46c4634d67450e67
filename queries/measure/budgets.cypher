// Which budgets do a measure's pages draw on, and what does each page print of them?
MATCH (m:Measure {id: $id})-[:APPEARS_AS]->(a:Appearance)-[f:FUNDED_BY]->(b:Budget)
RETURN m.id AS measure, a.id AS appearance, f.current AS current, b.id AS budget, b.kind AS kind, b.year AS year, b.yen AS yen, b.pot AS pot,
       f.kind AS printed_kind, f.fiscal AS printed_fiscal, f.year AS printed_year, f.yen AS printed_yen, f.pot AS printed_pot,
       f.part_of AS part_of, coalesce(f.share, false) AS share, f.proposed AS proposed, f.previous_yen AS previous_yen, f.documents AS documents, f.lines AS lines
ORDER BY appearance, budget
