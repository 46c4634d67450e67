"""The slides of a ministry's budget, one a measure: purpose, outline, scheme, sums. Comes in: their
lines; goes out: a `Reading`.

pages (where one begins), numbering → titles, contacts → scheme, rates (and caps) → parser (entries,
records).
"""
