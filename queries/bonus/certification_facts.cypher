// What is known of a certification besides what it unlocks: who gives it, who can hold it, under which law, on what terms?
MATCH (c:Certification {id: $id})
OPTIONAL MATCH (c)-[:ISSUED_BY]->(issuer)
RETURN c.holders AS holders, c.by_field AS by_field, c.law AS law, c.terms AS terms, c.source AS source, issuer.name AS issuer_name
ORDER BY issuer_name
