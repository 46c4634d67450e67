// Which lines of which documents belong to which printed pages?
MATCH (a:Appearance)
WHERE a.page IS NOT NULL
RETURN DISTINCT a.document AS document, a.page AS page, a.line_start AS line_start, a.line_end AS line_end
ORDER BY document, line_start, line_end, page
