// Under which laws does a budget programme stand?
MATCH (:BudgetProgramme {id: $id})-[r:UNDER]->(l:Law)
RETURN l.id AS id, l.name AS name, r.articles AS articles, r.documents AS documents, r.lines AS lines
ORDER BY id
