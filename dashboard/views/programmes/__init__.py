"""予算事業: the list of budget programmes with its filters; all that the sheets say of one. Comes
in: filters and a programme's id from the address; goes out: tables, a chart of its money, files.
"""
