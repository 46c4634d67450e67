// What leads to a measure that its card tells?
MATCH (n:Shisaku)-[r:IMPLEMENTS|PAYS_FOR|STATED_ON|RAISES|RELATED]->(:Measure {id: $id})
RETURN r.type AS relationship, n.id AS id, n.type AS type, n.name AS name, r.documents AS documents, r.lines AS lines, r.current AS current,
       r.role AS role, r.relation AS relation, r.kind AS kind, r.why AS why, r.score AS score
ORDER BY relationship, id, current DESC, role, relation
