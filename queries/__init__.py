"""What the graph answers: a room for each subject, a `.cypher` file for each question, and beside
it the typed function that asks it.

In go a store and plain values, out come frozen records in which facts have their places.
"""
