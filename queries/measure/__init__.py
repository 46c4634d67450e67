"""What is known of one measure: its card, its appearances, its years and its relatives.

In goes a store and a measure's id, former id or title, out comes a `MeasureCard` in which every
fact has its document and line; also the list of all measures.
"""
