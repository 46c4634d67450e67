"""Two things side by side, as the pages of overlap and of comparison show them. Comes in: a
comparison of two measures or budget programmes; goes out: the card of the two on the page.
"""
