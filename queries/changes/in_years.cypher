// Which budget programmes have a sheet of either of two years, and what do these call them?
MATCH (p:BudgetProgramme)
WHERE $before IN p.sheets OR $after IN p.sheets
RETURN p.id AS id, p.sheet_number AS number, p.sheets AS sheets, p.heads AS heads, p.money AS money, p.former_number AS former_number, p.`ends` AS planned_end
ORDER BY number
