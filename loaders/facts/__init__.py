"""Readers of facts, one file a field: pure functions from a page to the records that it states.
Their words and patterns stand in the YAML file beside each, with examples. What cannot be read is
refused on the page, with its line (`Page.refuse`).
"""
