// Which budget programmes are there, how are they carried out, and with what money?
MATCH (p:BudgetProgramme)
RETURN p.id AS id, p.sheet_number AS number, p.name AS name, p.former_names AS former_names, p.bureau AS bureau, p.division AS division, p.methods AS methods, p.supports_companies AS supports_companies, p.money AS money
ORDER BY id
