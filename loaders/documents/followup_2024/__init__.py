"""A follow-up in two columns: policy items on the left, the measures that came of them on the
right. Comes in: its lines; goes out: a `Reading` with items.

pages (where one begins, their furniture) → columns → titles → budgets → bonuses → parser (entries,
records).
"""
