// By which relationships do how many things of which type lead to a node, hubs left out unless asked?
MATCH (:Shisaku {id: $id})<-[r]-(b:Shisaku)
WHERE r.type IS NOT NULL AND ($hubs OR NOT b.hub)
RETURN r.type AS relation, b.type AS kind, count(DISTINCT b) AS neighbours
ORDER BY relation, kind
