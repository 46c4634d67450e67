// Which policy items cover a measure?
MATCH (i:PolicyItem)-[:COVERS]->(:Measure {id: $id})
RETURN i.id AS id
ORDER BY id
