// Which ministries are responsible for a policy item?
MATCH (:PolicyItem {id: $id})-[r:RESPONSIBLE]->(o:Ministry)
RETURN o.id AS id, o.name AS name, r.lead AS lead, r.documents AS documents, r.lines AS lines
ORDER BY id
