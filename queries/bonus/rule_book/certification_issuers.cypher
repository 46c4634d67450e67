// Which ministries stand behind a certification: they issue it, are above the agency that does, or supervise the body that does?
MATCH (c:Certification)-[:ISSUED_BY]->(issuer)
OPTIONAL MATCH (issuer)-[:PART_OF|SUPERVISED_BY]->(above:Ministry)
RETURN c.id AS id, issuer.id AS issuer_id, issuer.type AS issuer_type, issuer.name AS issuer_name, above.name AS ministry
ORDER BY id, ministry, issuer_id
