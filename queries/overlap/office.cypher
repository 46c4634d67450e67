// How many measures does a ministry, agency or body run now?
MATCH (m:Measure)-[r:ADMINISTERED_BY|IMPLEMENTS]-(o:Shisaku)
WHERE o.id = $id AND r.current
RETURN count(DISTINCT m.id) AS count
