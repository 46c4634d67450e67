"""To whose trades the line confines a measure that says for whom it is (対象要件, 申請者 …)."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache

from loaders import vocabulary
from loaders.text.lines import Flow, Line
from loaders.text.page import Page
from loaders.vocabulary.patterns import patterns

_PATTERNS = patterns(__file__)
_LABEL = _PATTERNS["label"]
_ENDS = _PATTERNS["ends"]
_EVERY_TRADE = _PATTERNS["every_trade"]
_BY_SIZE = _PATTERNS["by_size"]
_DOING = _PATTERNS["doing"]
_REACH = 8  # printed lines below a label that may be of it


def traders(page: Page) -> dict[str, int]:
    """The industries (names of industries.yaml) of those whom the page says that the measure is
    for, each with the line that names them; empty where no line of that kind names a trade, or one
    says that every trade may apply. A page without such a line names them where it says whose doing
    is supported (「…業者による…の取組を支援」).
    """
    if for_every_trade(page):
        return {}
    return _named_for_whom(page) or _supported(Flow.of(page.lines))


def _named_for_whom(page: Page) -> dict[str, int]:
    found: dict[str, int] = {}
    for line in _for_whom(page.lines):
        text = line.plain
        for name, words in _words():
            for match in words.finditer(text):
                if match.lastgroup == "trader" and not _BY_SIZE.match(text, match.end()):
                    found.setdefault(name, line.number)
    return found


def _supported(flow: Flow) -> dict[str, int]:
    found: dict[str, int] = {}
    for name, words in _words():
        for match in words.finditer(flow.text):
            if match.lastgroup == "trader" and _DOING.match(flow.text, match.end()):
                found.setdefault(name, flow.line_at(match.start()))
    return found


def for_every_trade(page: Page) -> bool:
    """Whether a line that says for whom the measure is says that it is for every trade."""
    return any(_EVERY_TRADE.search(line.plain) for line in _for_whom(page.lines))


def _for_whom(lines: Sequence[Line]) -> Iterator[Line]:
    """The lines that say for whom the measure is: the labelled one and those below it."""
    left = 0
    for line in lines:
        if line.blank:
            continue
        if _LABEL.match(line.plain):
            left = 1 + _REACH
        elif _ENDS.match(line.plain):
            left = 0
        if left:
            yield line
            left -= 1


@cache
def _words() -> tuple[tuple[str, re.Pattern[str]], ...]:
    """For each industry what names its traders (group `trader`), or what is only a longer word."""
    return tuple(
        (kind.name, re.compile("|".join([*map(re.escape, kind.decoys), _named(kind.traders)])))
        for kind in vocabulary.industries()
        if kind.traders
    )


def _named(words: Sequence[str]) -> str:
    return f"(?P<trader>{'|'.join(map(re.escape, words))})"
