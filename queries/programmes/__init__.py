"""Budget programmes of review sheets: their card, their money by office, and what one law holds.

In go a store and a programme (a name, or the number of its sheet), an office or a law, out come
offices, four years of money, laws, measures, recipients and findings, each with table and line.
"""
