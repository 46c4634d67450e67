// When can one apply for the measures that bonus rules raise, as every document tells? With the lines and frames of these rules in it.
MATCH (d:Document)<-[f:FOUND_IN]-(r:BonusRule)-[q:RAISES]->(m:Measure)-[:APPEARS_AS]->(a:Appearance)
WHERE a.windows IS NOT NULL AND a.windows <> '[]'
RETURN DISTINCT m.id AS measure, a.document AS document, a.line_start AS line_start, a.line_end AS line_end, a.windows AS windows,
       d.id AS told_in, f.line_start AS line, q.frame AS frame
ORDER BY measure, document, windows, line_start, line_end, told_in, line, frame
