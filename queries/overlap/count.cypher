// How many pairs of measures are scored?
MATCH (:Measure)-[o:OVERLAPS]->(:Measure)
RETURN count(o) AS count
