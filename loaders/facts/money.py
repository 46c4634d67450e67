"""A page's sums, and what its text speaks of where each of them stands: the state's budget, a
limit, or the firm's own money.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal, TypeVar

from loaders.text.amounts import Amount, Unread, bare_amount, unread_amounts, yen_amounts
from loaders.text.brackets import held
from loaders.text.compact import Compact
from loaders.text.fiscal import FiscalMark
from loaders.text.page import Page
from loaders.vocabulary.patterns import patterns

Topic = Literal["budget", "cap", "other"]
T = TypeVar("T", Amount, Unread)

_PATTERNS = patterns(__file__)
_MONEY_LABEL = _PATTERNS["money_label"]
_LESS = _PATTERNS["less"]
_DIFFERS = _PATTERNS["differs"]
_THAN_BEFORE = _PATTERNS["than_before"]
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
    """The page's sums in its order: those with 円 or ￥, and what a label announces without
    (補助上限額：3,000万). A difference to another year (対前年度▲2億円) is none.
    """
    text = compact.flow.text
    amounts = [*yen_amounts(text), *_of_labels(text, Amount)]
    return [
        amount
        for amount in sorted((_sum(compact, amount) for amount in amounts), key=lambda s: s.start)
        if not _is_difference(compact.text, amount)
    ]


def refuse_unreadable(page: Page, compact: Compact, marks: list[FiscalMark], of: Topic) -> bool:
    """Refuses the sums that are printed where the text speaks of this topic, but not as a number is
    written (1,2兆3,000億円); whether there are any.
    """
    text = compact.flow.text
    unread = [
        amount
        for amount in [*unread_amounts(text), *_of_labels(text, Unread)]
        if topic(compact, marks, compact.offset(amount.start))[0] == of
    ]
    for amount in unread:
        line = compact.flow.line_at(amount.start)
        page.refuse(line, f"a sum that cannot be read: {amount.printed}")
    return bool(unread)


def _of_labels(text: str, kind: type[T]) -> Iterator[T]:
    """What stands without 円 behind the labels of money."""
    for label in _MONEY_LABEL.finditer(text):
        if isinstance(amount := bare_amount(text, label.end()), kind):
            yield amount


def _sum(compact: Compact, amount: Amount) -> Sum:
    return Sum(amount.yen, compact.offset(amount.start), compact.offset(amount.end - 1) + 1)


def _is_difference(text: str, amount: Sum) -> bool:
    lead = text[max(0, amount.start - 16) : amount.start]
    return bool(_LESS.search(lead) or _DIFFERS.match(text, amount.end) or _THAN_BEFORE.search(lead))


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
