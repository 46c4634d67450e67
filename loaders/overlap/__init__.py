"""How much two measures do the same for the same people: signals of each measure, weights (weights.yaml), scores of pairs, grades.

May import `graph`, `loaders.catalogue`, `loaders.facts`, `loaders.page`, `loaders.records`, `loaders.text` and `loaders.vocabulary`. Scoring reads the catalogue's records alone.
"""
