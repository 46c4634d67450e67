// 複数の施策が財源を共にする予算は（金額は一度だけ数える）
// Which sums of money do several measures draw on? (One sum, however many pages print it.)
MATCH (b:Budget)<-[f:FUNDED_BY]-(:Appearance)<-[:APPEARS_AS]-(m:Measure)
WHERE f.current
WITH b, count(DISTINCT m.id) AS measures
WHERE measures > 1
RETURN b.pot AS pot, b.yen AS yen, b.fiscal AS fiscal, b.id AS budget, measures
ORDER BY measures DESC, yen DESC, budget LIMIT 10
