"""Catalogue records -> rows of nodes and relationships, one file a subject; loaders/load.py puts
them together.

May import `graph`, `loaders.catalogue.records` and `loaders.catalogue.files`.
"""
