"""pillars-2022 and what comes after it in its form: three columns a page (current | what was done |
new), flattened row by row.

`parts` tells what a line is, `rows` puts the columns together again, `entries` and `headings` read
them, `parser` makes records. Imports facts, bonuses, text and page of the loaders; nothing imports
it but `loaders.documents.families`.
"""
