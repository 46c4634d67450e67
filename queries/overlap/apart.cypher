// What is each budget programme not compared with, for it belongs together with it?
MATCH (p:BudgetProgramme)
WHERE size(p.apart_from) > 0
RETURN p.id AS id, p.apart_from AS apart_from, p.for_companies AS usable
ORDER BY id
