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
from loaders.text.page import Page
from loaders.vocabulary.patterns import patterns

Topic = Literal["budget", "cap", "other"]

_PATTERNS = patterns(__file__)
_PRINTED_SUM = _PATTERNS["printed_sum"]
_BROKEN = _PATTERNS["broken"]
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
    """The sum in yen."""
    start: int
    """Offset of its first character in the compact text."""
    end: int
    """Offset behind its last character."""


def sums(compact: Compact) -> list[Sum]:
    """The page's sums in its order, without those that are the end of one that cannot be read."""
    readable = _readable(compact)
    unreadable = _unreadable(compact, readable)
    return [
        amount
        for amount in readable
        if not any(start <= amount.start < end for start, end in unreadable)
    ]


def refuse_unreadable(page: Page, compact: Compact, marks: list[FiscalMark], of: Topic) -> bool:
    """Refuses the sums that are printed where the text speaks of this topic, but not as a number is
    written (1,2兆3,000億円); whether there are any.
    """
    unreadable = [
        (start, end)
        for start, end in _unreadable(compact, _readable(compact))
        if topic(compact, marks, start)[0] == of
    ]
    for start, end in unreadable:
        page.refuse(compact.line_at(start), f"a sum that cannot be read: {compact.text[start:end]}")
    return bool(unreadable)


def _readable(compact: Compact) -> list[Sum]:
    return [
        Sum(amount.yen, compact.offset(amount.start), compact.offset(amount.end - 1) + 1)
        for amount in yen_amounts(compact.flow.text)
    ]


def _unreadable(compact: Compact, readable: list[Sum]) -> list[tuple[int, int]]:
    """Where sums are printed that are none of the readable ones, and not a readable one behind a
    number of its own (※1 5億円).
    """
    starts = {amount.end: amount.start for amount in readable}
    return [
        match.span()
        for match in _PRINTED_SUM.finditer(compact.text)
        if _BROKEN.search(compact.text[match.start() : starts.get(match.end(), match.end())])
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
