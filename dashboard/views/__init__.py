"""The pages, one a file; each has `show(words)`."""
