"""What the budgets of measures come to, by the one rule of `rule.py`: a pot counts once.

In goes a store (or the budgets that a question gave), out come totals in yen by kind of budget,
all of them, by ministry, and beside what the documents state of themselves.
"""
