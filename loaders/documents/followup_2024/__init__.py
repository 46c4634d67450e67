"""followup-2024 and what comes after it in its form: policy items on the left, what was done about
them on the right.

Imported by `loaders.documents.families` alone; imports the shared reading of facts, never another
document's folder.
"""
