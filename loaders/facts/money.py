"""A page's sums, and what its text speaks of where each of them stands: the state's budget, a
limit, or the firm's own money.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from loaders.text.amounts import yen_amounts
from loaders.text.brackets import held
from loaders.text.compact import Compact
from loaders.text.fiscal import FiscalMark
from loaders.vocabulary.patterns import patterns

Topic = Literal["budget", "cap", "other"]

_PATTERNS = patterns(__file__)
EVENT = _PATTERNS["event"]
FIRMS_OWN = _PATTERNS["firms_own"]
CAP_LABEL = _PATTERNS["cap"]
BUDGET_HEADING = _PATTERNS["budget_heading"]
BULLET = _PATTERNS["bullet"]
PART_OF = _PATTERNS["part_of"]
_OPENS = _PATTERNS["opens"]
BOUND = _PATTERNS["bound"]


@dataclass(frozen=True)
class Sum:
    """A sum and where it stands."""

    yen: int
    start: int  # offset of its first character in the compact text
    end: int  # offset behind its last character


def sums(compact: Compact) -> list[Sum]:
    """The page's sums in its order."""
    return [
        Sum(a.yen, compact.offset(a.start), compact.offset(a.end - 1) + 1)
        for a in yen_amounts(compact.flow.text)
    ]


def topic(compact: Compact, marks: list[FiscalMark], at: int) -> tuple[Topic | None, int]:
    """What the text last spoke of before `at`, and the offset at which that label ends.

    A full stop ends every topic; a bullet ends all but a budget's and a heading that ends right
    before it (sums stand below as bullets). In the words of a limit, a fiscal year does not start a
    budget: 補助上限 令和６年度補正 0.2億円.
    """
    events = [(m.start(), m.end(), str(m.lastgroup)) for m in EVENT.finditer(compact.text, 0, at)]
    events += [(m.start, m.end, "mark") for m in marks if m.end <= at and not m.bare]
    events += [
        (o, o, "bullet") for o in compact.openings if o < at and BULLET.match(compact.text, o)
    ]
    speaks_of: Topic | None = None
    since = 0
    for start, end, kind in sorted(events):
        match kind:
            case "budget" | "mark":
                if speaks_of != "cap" or BUDGET_HEADING.match(compact.text, start):
                    speaks_of, since = "budget", max(since, end)
            case "cap":
                speaks_of, since = "cap", end
            case "other":
                speaks_of, since = "other", end
            case _:
                heading = speaks_of == "budget" or (
                    speaks_of == "cap" and start - since <= 2
                )  # …上限額>\n・2,500万円
                if kind == "stop" or not heading:
                    speaks_of, since = None, end
    return speaks_of, since


def bracket_after(text: str, at: int) -> str:
    """What the bracket that opens at `at` (after の内数, 程度 or ※ at most) holds, brackets within
    brackets included.
    """
    opening = _OPENS.match(text, at)
    return held(text, opening.end()) if opening else ""
