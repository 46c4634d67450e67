"""One folder per document family: its parser, `document.yaml`, `corrections.yaml`.

May import loaders' text, page, facts, bonuses and vocabulary; loaders/documents/families.py lists
them.
"""
