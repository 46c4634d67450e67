// 中小企業と中堅企業では、使える手段がどう違うか
// By which means are small and medium-sized companies (中小企業) supported, and by which mid-sized ones (中堅企業)?
MATCH (z:SizeClass)<-[t:TARGETS]-(m:Measure)-[u:USES]->(i:Instrument)
WHERE t.current AND u.current
RETURN i.name AS means, count(DISTINCT CASE WHEN z.name = '中小企業' THEN m.id END) AS small_and_medium,
       count(DISTINCT CASE WHEN z.name = '中堅企業' THEN m.id END) AS mid_sized
ORDER BY small_and_medium DESC, means LIMIT 20
