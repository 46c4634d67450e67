"""Catalogue records go in, rows of nodes and relationships come out: one file a subject, each with
an `add_…` function that `loaders.load` calls; `collecting` puts together what is met twice,
`references` finds what a record names.
"""
