"""From the lines of a document to records: what a file is (recognised, description), one folder a
family of documents, and what all families share: entries of measures, their appearances,
corrections. Comes in: a file; goes out: a `Reading` of its records and problems.
"""
