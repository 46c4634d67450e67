"""What a policy item covers, what it carries on from earlier documents, and what came of it.

In goes a store and an item (id, title, or document and number) or a measure's id, out come cards
and chains of items, each with its place.
"""
