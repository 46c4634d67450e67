"""Documents -> catalogue -> graph: text, vocabularies, one folder per document, records, loading.

May import `graph`, and nothing else of ours.
"""
