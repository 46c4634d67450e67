"""The forms in which pages state bonuses, one a file. Comes in: the clauses of a page, or its lines
as one flow; goes out: a `Draft` for each statement.
"""
