// Which reviews ask for any of $asks of budget programmes of an office ($office, empty: of all), and what money have these?
UNWIND $asks AS kind
MATCH (p:BudgetProgramme)-[r:FOUND]->(f:Finding)
WHERE kind IN f.asks AND ($office = "" OR EXISTS { MATCH (p)-[l:ADMINISTERED_BY]->(x) WHERE l.lead AND x.id = $office })
OPTIONAL MATCH (p)-[m:ADMINISTERED_BY]->(o) WHERE m.lead
RETURN f.id AS finding, p.id AS id, p.sheet_number AS number, p.name AS name, p.money AS money, f.by AS by, f.review AS review, f.year AS year, f.verdict AS verdict, f.outcome AS outcome, f.reflected AS reflected, f.asks AS asks, r.documents AS documents, r.lines AS lines, o.type AS type, o.name AS office, kind
ORDER BY number, finding, type, office, kind
