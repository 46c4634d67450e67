"""What meeting a condition unlocks: from a page to bonuses, from the bonuses of all documents to
rules.

`bonuses(page, measure, title)` reads one page; `resolved(…)` puts measures to the names that it
raises; `rules(…)` merges documents. A family that reads forms of its own takes what the page tells
(`told`), adds to it and records it (`recorded`). Imports text, page, facts.prose, amounts, ids,
records and vocabulary; nothing else of the loaders.
"""

from loaders.bonuses.of_page import bonuses, first_told, recorded, resolved, told
from loaders.bonuses.rules import rules

__all__ = ["bonuses", "first_told", "recorded", "resolved", "rules", "told"]
