// What do the pages of what these rules raise print as caps and rates?
MATCH (r:BonusRule)-[:RAISES]->(:Measure)-[:APPEARS_AS]->(a:Appearance)
WHERE r.id IN $ids AND r.benefit IN ['cap_uplift', 'rate_uplift']
RETURN r.id AS rule, a.id AS appearance, a.document AS document, a.line_start AS line_start, a.line_end AS line_end, a.caps AS caps, a.rates AS rates
ORDER BY rule, appearance
