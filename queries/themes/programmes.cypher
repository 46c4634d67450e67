// Which budget programmes are there, what do they work on, and what do their sheets say again and again?
MATCH (p:BudgetProgramme)
RETURN p.id AS id, p.name AS name, p.former_names AS other_names, p.problems AS problems, p.activities AS activities, p.said AS said, p.for_companies AS for_companies
ORDER BY id
