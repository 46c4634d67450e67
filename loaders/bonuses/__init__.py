"""What meeting a condition unlocks. Comes in: a page of a measure; goes out: `Bonus` records, and
over all documents a `Rule` for each. A sentence goes the way clauses → names and conditions →
benefits → draft (one of the `forms`) → recorded (of one page) → resolved (of all pages) → rules.
"""

from loaders.bonuses.page import bonuses, drafts
from loaders.bonuses.recorded import recorded
from loaders.bonuses.resolved import first_statements, resolved
from loaders.bonuses.rules import rules

__all__ = ["bonuses", "drafts", "first_statements", "recorded", "resolved", "rules"]
