"""What no reader of a page has read: a label (補助上限額, 予算額, 補助率, 公募期間) with a number
right behind it that is in none of the page's facts. It is refused, whatever shape it has.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from loaders.catalogue.records import Rate, Window
from loaders.facts.money import sums
from loaders.text.compact import Compact
from loaders.text.lines import plain
from loaders.text.page import Page
from loaders.text.shares import read_share, share_of
from loaders.vocabulary.patterns import patterns

_PATTERNS = patterns(__file__)
_SUM = _PATTERNS["sum"]
_RATE = _PATTERNS["rate"]
_PERIOD = _PATTERNS["period"]
_COUNTED = _PATTERNS["counted"]
_PAIR = _PATTERNS["pair"]
_LISTED = _PATTERNS["listed"]
_SHOWN = 16  # characters behind the label that a refusal shows
_SAME = 4  # characters of a printed fact that show it to be the one behind the label


@dataclass(frozen=True)
class Numbers:
    """The facts of a page, beside its sums, that stand behind such labels."""

    rates: Sequence[Rate]
    """Its rates."""
    windows: Sequence[Window]
    """Its periods."""


def refuse_left_over(page: Page, read: Numbers) -> None:
    """Refuses (`Page.refuse`) each labelled number of the page that none of the facts holds.

    A line that a reader has refused already is not refused again.
    """
    compact = Compact.of(page)
    refused = {problem.line for problem in page.refused}
    for pattern, is_read in (
        (_SUM, _sum_is_read),
        (_RATE, _rate_is_read),
        (_PERIOD, _period_is_read),
    ):
        for label in _labels(compact, pattern):
            line = compact.line_at(label.end())
            if line not in refused and not is_read(compact, label.end(), read):
                shown = compact.text[label.start() : label.end() + _SHOWN]
                page.refuse(line, f"a number behind its label that cannot be read: {shown}")


_IsRead = Callable[[Compact, int, Numbers], bool]


def _labels(compact: Compact, pattern: re.Pattern[str]) -> Iterator[re.Match[str]]:
    """The labels with a number right behind them, on the same line or after a colon."""
    for label in pattern.finditer(compact.text):
        same_line = compact.line_at(label.end()) == compact.line_at(label.end() - 1)
        if (label["mark"] or same_line) and not _LISTED.match(compact.text, label.end()):
            yield label


def _sum_is_read(compact: Compact, at: int, _read: Numbers) -> bool:
    if _COUNTED.match(compact.text, at):
        return True
    return any(amount.start <= at < amount.end for amount in sums(compact))


def _rate_is_read(compact: Compact, at: int, read: Numbers) -> bool:
    if any(amount.start <= at < amount.end for amount in sums(compact)):
        return True
    pair = _PAIR.match(compact.text, at)
    share = share_of(f"{pair['first']}%") if pair else read_share(compact.text, at)
    if share is not None and any(
        rate.value is not None and abs(rate.value - share) < 0.001 for rate in read.rates
    ):
        return True
    cell = compact.text[at : at + _SHOWN]
    return any(_dense(rate.printed)[:_SAME] in cell for rate in read.rates)


def _period_is_read(compact: Compact, at: int, read: Numbers) -> bool:
    begins = compact.text[at : at + _SAME]
    return any(begins in _dense(window.printed) for window in read.windows)


def _dense(printed: str) -> str:
    return "".join(plain(printed).split())
