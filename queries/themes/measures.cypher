// Which measures are there, what do they work on, and what do their pages say again and again?
MATCH (m:Measure)
RETURN m.id AS id, m.title AS name, m.aliases AS other_names, m.problems AS problems, m.activities AS activities, m.said AS said
ORDER BY id
