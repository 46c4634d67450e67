// What does a measure lead to that its card tells?
MATCH (:Measure {id: $id})-[r:ADMINISTERED_BY|CONTACT|TARGETS|USES|SERVES|IN_PILLAR|ABOUT|NAMES|DESCRIBES|RELATED]->(n:Shisaku)
RETURN r.type AS relationship, n.id AS id, n.type AS type, n.name AS name, r.documents AS documents, r.lines AS lines, r.current AS current,
       r.lead AS lead, r.derived AS derived, r.known_by AS known_by, r.phones AS phones, r.emails AS emails, r.relation AS relation, r.weight AS weight
ORDER BY relationship, id, relation
