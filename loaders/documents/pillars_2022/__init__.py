"""A follow-up in three columns a page (current | what was done | new), flattened row by row. Comes
in: its lines; goes out: a `Reading` with items.

pages (where one begins), numbering → line_kinds → rows → entries → titles → budgets → bonuses →
parser (entries, records).
"""
