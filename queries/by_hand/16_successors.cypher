// どの施策がどの施策の後継か
// Which measure succeeds which?
MATCH (m:Measure)-[:SUCCEEDS]->(e:Measure)
RETURN e.title AS earlier, m.title AS successor
ORDER BY earlier, successor LIMIT 20
