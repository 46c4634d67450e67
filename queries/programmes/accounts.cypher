// Which part of the money of budget programmes stands in which account?
MATCH (p:BudgetProgramme)
RETURN p.id AS id, p.accounts AS accounts
ORDER BY id
