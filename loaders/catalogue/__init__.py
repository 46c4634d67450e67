"""The facts of all documents as records in JSON Lines files: what a record is, its id, its file,
and which document is the latest word. Documents go in through `loaders.extract`, the graph comes
out through `loaders.load`.
"""
