"""The text of a document: lines of a file or a PDF, pages, and the small things that are printed on
them everywhere (sums of yen, fiscal marks, brackets, bullets). Comes in: a file; goes out: lines,
pages and what stands on them, each with its line number.
"""
