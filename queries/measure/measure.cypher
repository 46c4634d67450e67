// The measure itself.
MATCH (m:Measure {id: $id})
RETURN m.id AS id, m.title AS title, m.former_ids AS former_ids, m.aliases AS aliases
