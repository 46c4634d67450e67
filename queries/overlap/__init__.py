"""Where measures of different ministries do much the same for the same companies.

In goes a store and a `PairFilter`, out come scored pairs, explained ones, the ministry × ministry
matrix, communities, bodies that serve several ministries, and tables of all that for a spreadsheet.
"""
