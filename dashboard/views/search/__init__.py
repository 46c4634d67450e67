"""The search page: everything that answers to words, counted by type, each hit with a link to the
page that shows it. Comes in: the words of the address; goes out: elements.
"""
