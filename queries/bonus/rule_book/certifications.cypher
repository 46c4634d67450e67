// Which certifications are known, and which of them does a document name?
MATCH (c:Certification)
RETURN c.id AS id, c.name AS name, c.kind AS kind, c.family AS family, c.tier AS tier, c.known_as AS known_as, c.in_documents AS in_documents, c.holders AS holders, c.by_field AS by_field, c.terms AS terms
ORDER BY id
