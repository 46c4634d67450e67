"""府省庁の重なり: pairs of measures that are alike as map, list and side by side, communities,
what connects them, and readers' remarks. Comes in: filters and a pair from the address; goes out:
pages, files, and remarks in a file on this machine.
"""
