"""From document to graph and out of it: reading, downloading, loading, writing for other programs,
and what is installed.
"""
