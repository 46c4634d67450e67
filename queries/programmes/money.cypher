// What money has each budget programme of an office ($office, empty: of all), and which offices lead it?
MATCH (p:BudgetProgramme)
OPTIONAL MATCH (p)-[m:ADMINISTERED_BY]->(o:Ministry) WHERE m.lead
OPTIONAL MATCH (p)-[a:ADMINISTERED_BY]->(g:Agency) WHERE a.lead
WITH p, o, g
WHERE $office = "" OR o.id = $office OR g.id = $office
RETURN p.id AS id, p.sheet_number AS number, p.name AS name, p.bureau AS bureau, p.money AS money, CASE WHEN $by_account THEN p.accounts ELSE "[]" END AS accounts, o.name AS ministry, g.name AS agency
ORDER BY id, ministry, agency
