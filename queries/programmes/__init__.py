"""Budget programmes of review sheets: their card, and what stands under one law.

In goes a store and a programme (a name, or the number of its sheet) or a law, out come offices,
four years of money, laws, measures, recipients and findings, each with table and line.
"""
