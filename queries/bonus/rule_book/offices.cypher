// Which ministries run the measures that bonus rules raise (those derived from a body too)?
MATCH (:BonusRule)-[:RAISES]->(m:Measure)-[:ADMINISTERED_BY]->(o:Ministry)
RETURN DISTINCT m.id AS measure, o.name AS ministry
ORDER BY measure, ministry
