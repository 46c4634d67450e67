"""施策: the list of all measures; everything known of one, with its lines, over documents and
years. Comes in: a measure's id from the address; goes out: facts as tables, the lines themselves,
files.
"""
