// What does the sheet of a budget programme say of other programmes, measures and ministries where it speaks of likeness, merging or roles?
MATCH (:BudgetProgramme {id: $id})-[r:MENTIONS]->(o:Shisaku)
RETURN o.id AS id, o.name AS name, r.says AS says, r.by AS by, r.review AS review, r.year AS year, r.heading AS heading, r.documents AS documents, r.lines AS lines
ORDER BY id, heading, by, year, review
