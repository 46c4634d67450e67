"""What stands around every page: navigation, search, address to copy, menu, and how the browser
behaves (links without loading anew, language, print). Comes in: the pages and what this one is;
goes out: elements above it.
"""
