"""One `.cypher` file per question, and a typed function for each.

May import `graph`, and nothing else of ours.
"""
