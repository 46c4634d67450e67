// 前年度から予算が最も増えた施策は
// Which budgets grew most over the year before?
MATCH (m:Measure)-[:APPEARS_AS]->(:Appearance)-[f:FUNDED_BY]->(:Budget)
WHERE f.current AND NOT f.part_of AND f.previous_yen > 0 AND f.yen > f.previous_yen
RETURN DISTINCT m.title AS measure, f.fiscal AS fiscal, f.previous_yen AS year_before, f.yen AS yen, f.yen - f.previous_yen AS more
ORDER BY more DESC, measure, fiscal, yen LIMIT 10
