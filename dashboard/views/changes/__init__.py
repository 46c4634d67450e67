"""年の流れ: what changed from one document to another, or from the review sheets of one year to
those of another. Comes in: the two, kinds and a ministry from the address; goes out: a sentence, a
table and its files.
"""
