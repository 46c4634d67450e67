// Which measure is this budget programme, or which programme this measure?
MATCH (n:Shisaku)-[r:PAYS_FOR]-(o:Shisaku)
WHERE n.id = $id AND r.kind = 'same'
RETURN DISTINCT o.id AS id
ORDER BY id
