// Which ids did measures bear before, that none bears now?
MATCH (m:Measure)
UNWIND m.former_ids AS former
WITH m, former
WHERE NOT EXISTS { MATCH (n:Measure) WHERE n.id = former }
RETURN former, m.id AS id
ORDER BY former, id
