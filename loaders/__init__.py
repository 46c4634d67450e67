"""Documents -> catalogue -> graph: text, vocabularies, one folder per document, records, loading.

May import `graph`, and nothing else of ours. Which text of a page is for what:
- `Page.flow`, all lines kept apart: names and numbers wherever they stand; `Page.statements`, all
  of it cut into statements: bodies, key terms.
- `facts.prose.running_text`, statements without contacts and furniture: what sentences say
  (conditions, aims, bonuses).
- `compact.Compact`, no blanks or breaks, with the way back to the print: sums and labels that a PDF
  tears apart.
- `vocabulary.matching.Squeezed`, no blanks of the layout but those of Western words: names of the
  vocabularies.
"""
