// Which calls are there?
MATCH (c:Call)
RETURN c.id AS id, c.code AS code, c.name AS title, c.of_scheme AS scheme, c.opens AS opens, c.opens_at AS opens_at, c.closes AS closes, c.closes_at AS closes_at,
       c.project_ends AS project_ends, c.cap AS cap, c.rates AS rates, c.areas AS areas, c.industries AS industries, c.employee_limit AS employee_limit,
       c.employee_limit_op AS employee_limit_op, c.purposes AS purposes, c.url AS url, c.fetched_at AS fetched_at
ORDER BY id
