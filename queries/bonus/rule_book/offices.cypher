// Which ministries run the measures that bonus rules raise, or on whose pages these stand (those derived from a body too)?
MATCH (:BonusRule)-[:RAISES|STATED_ON]->(m:Measure)-[:ADMINISTERED_BY]->(o:Ministry)
RETURN DISTINCT m.id AS measure, o.name AS ministry
ORDER BY measure, ministry
