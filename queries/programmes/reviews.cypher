// Which reviews ask for any of $asks of budget programmes of an office ($office, empty: of all), and what money have these?
UNWIND $asks AS kind
MATCH (p:BudgetProgramme)-[r:FOUND]->(f:Finding)
WHERE kind IN f.asks
OPTIONAL MATCH (p)-[m:ADMINISTERED_BY]->(o:Ministry) WHERE m.lead
OPTIONAL MATCH (p)-[a:ADMINISTERED_BY]->(g:Agency) WHERE a.lead
WITH p, r, f, o, g, kind
WHERE $office = "" OR o.id = $office OR g.id = $office
RETURN f.id AS finding, p.id AS id, p.sheet_number AS number, p.name AS name, p.money AS money, f.by AS by, f.review AS review, f.year AS year, f.verdict AS verdict, f.outcome AS outcome, f.reflected AS reflected, f.asks AS asks, r.documents AS documents, r.lines AS lines, o.name AS ministry, g.name AS agency
ORDER BY number, finding, ministry, agency, kind
