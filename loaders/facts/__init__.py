"""Pure functions from a page to records, one file a field; imports text, page, amounts,
vocabulary.
"""
