// What do the sheets of these programmes say of other programmes, measures and ministries where they speak of likeness, merging, or dividing roles?
MATCH (p:BudgetProgramme)-[r:MENTIONS]->(o:Shisaku)
WHERE p.id IN $ids AND o.id IN $others
RETURN p.id AS programme, o.id AS id, o.name AS name, o.type AS type, r.says AS says, r.by AS by, r.review AS review, r.year AS year, r.heading AS heading, r.documents AS documents, r.lines AS lines
ORDER BY programme, type, id, documents, lines, heading, by
