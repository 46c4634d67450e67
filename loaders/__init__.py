"""Documents -> catalogue -> graph: `extract` reads documents into a catalogue of records, `load`
puts a catalogue into a store. On the way: text, facts, bonuses, one measure over documents,
overlap, rows. docs/architecture.md tells which of the four forms of a text is for what.
"""
