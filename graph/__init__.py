"""What the graph is made of: the declaration of its types, the stores that hold it, its export.

Imports none of the other packages; loaders and queries build on it.
"""
