// Of which years are there review sheets?
MATCH (p:BudgetProgramme)
UNWIND p.sheets AS year
RETURN year, count(p) AS programmes
ORDER BY year
