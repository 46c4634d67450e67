// A certification and its family.
MATCH (c:Certification {id: $id})
RETURN c.id AS id, c.name AS name, c.family AS family, c.in_documents AS in_documents
