"""One measure over documents and years: which appearances tell of one measure, what is a part of
what, what came after what.

Decided by evidence (`evidence.py`) with a score; what the score cannot settle is a judged pair in
`resolution.yaml`. Imports text, page, records, ids, terms and vocabulary; nothing else of the
loaders.
"""
