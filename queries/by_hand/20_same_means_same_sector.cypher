// 同じ業種に同じ手段で支援する府省庁が最も多いのは（重なりの手掛かり）
// Where do several ministries support one sector by the same means? (A place to look for overlaps.)
MATCH (i:Industry)<-[s:SERVES]-(m:Measure)-[u:USES]->(t:Instrument), (m)-[a:ADMINISTERED_BY]->(o:Ministry)
WHERE s.current AND u.current AND a.current
WITH i, t, count(DISTINCT o.id) AS ministries, count(DISTINCT m.id) AS measures
WHERE ministries > 1
RETURN i.name AS sector, t.name AS means, ministries, measures
ORDER BY ministries DESC, measures DESC, sector, means LIMIT 15
