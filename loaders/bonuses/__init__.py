"""What meeting a condition unlocks: from a page to bonuses, from the bonuses of all documents to rules.

`bonuses(page, measure, title)` reads one page; `resolved(…)` puts measures to the names that it raises; `rules(…)` merges documents.
Imports text, page, facts.prose, amounts, records and vocabulary; nothing else of the loaders.
"""

from loaders.bonuses.of_page import bonuses, resolved
from loaders.bonuses.rules import rules

__all__ = ["bonuses", "resolved", "rules"]
