"""How much two measures do the same for the same people: signals of each measure, weights
(weights.yaml), scores of pairs, grades.

May import `graph`, `loaders.catalogue.files`, `loaders.facts`, `loaders.text.page`,
`loaders.catalogue.records`, `loaders.text.lines` and `loaders.vocabulary`. Scoring reads the
catalogue's records alone.
"""
