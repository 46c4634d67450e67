// Which other measures draw on the same budgets as a measure?
MATCH (m:Measure {id: $id})-[:APPEARS_AS]->(:Appearance)-[:FUNDED_BY]->(b:Budget)<-[:FUNDED_BY]-(:Appearance)<-[:APPEARS_AS]-(o:Measure)
WHERE o.id <> m.id
RETURN DISTINCT b.id AS budget, o.id AS id, o.title AS title
ORDER BY budget, id
