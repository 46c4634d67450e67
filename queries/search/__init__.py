"""Any node: found by words or by its name, with its surroundings, and the ways between two.

In go a store and names, out come hits, cards, parts of the graph as a picture shows them, and
paths.
"""
