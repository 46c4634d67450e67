"""What changed from one document to another: measures and their money.

In go a store and two documents, out comes a `Diff`: every change with its places in both.
"""
