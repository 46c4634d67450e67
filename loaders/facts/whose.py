"""Whose a number is by the words right around it: the size class or the sectors before it, in the
bracket behind it, or with which its item begins.
"""

from __future__ import annotations

import re
from collections.abc import Container, Sequence
from dataclasses import dataclass

from graph.schema.size_classes import SizeClass, size_classes
from loaders.facts.parts import T
from loaders.text.compact import Compact
from loaders.vocabulary.patterns import patterns

_SIZES = {size.short: size.name for size in size_classes()}
_PATTERNS = patterns(__file__, size="|".join(_SIZES))
_TRADES = _PATTERNS["trades"]
_HOLDER = _PATTERNS["holder"]
_HOLDERS = _PATTERNS["holders"]
_SEVERAL_BEFORE = _PATTERNS["several_before"]
_SIZE_BEFORE = _PATTERNS["size_before"]
_IN_BRACKETS_BEFORE = _PATTERNS["in_brackets_before"]
_BEHIND = _PATTERNS["size_behind"], _PATTERNS["size_by_others"]
_TRADE_BEFORE = _PATTERNS["trade_before"]
_TRADE_BEHIND = _PATTERNS["trade_behind"]
_WHOM = _PATTERNS["whom"]
_WHOM_BEHIND = _PATTERNS["whom_behind"]
_WHOM_BEFORE = _PATTERNS["whom_before"]
_NOT_OF_SIZE = _PATTERNS["not_of_size"]
_OTHERS = _PATTERNS["others"]
_OTHERS_BEFORE = _PATTERNS["others_before"]
_LABELLED = _PATTERNS["labelled"]
_OPENED = _PATTERNS["opened"]
_ANYBODY = _PATTERNS["anybody"]
_BEGINS = _PATTERNS["begins"]
_CLOSED = _PATTERNS["closed"]
_BEFORE = 60  # characters around a number in which somebody is named
_LONGEST_ITEM = 120  # characters of an item up to a number


@dataclass(frozen=True)
class Whose:
    """Whom a number is for; of all fields None: for everybody, as far as these words go."""

    size_class: SizeClass | None = None
    """The size class."""
    industry: str | None = None
    """The sectors, as printed."""
    band: str | None = None
    """Several size classes together, a kind of applicants, or all others than those named before,
    as printed.
    """

    def applied_to(self, fact: T) -> T:
        """The fact with what these words say of it, where nothing else has said it."""
        found = {"size_class": self.size_class, "industry": self.industry, "band": self.band}
        new = {k: v for k, v in found.items() if v and getattr(fact, k) is None}
        return fact.model_copy(update=new) if new else fact


def whose(compact: Compact, start: int, end: int) -> Whose:
    """Whom the number from `start` to `end` of the compact text is for."""
    text = compact.text
    before, behind = text[max(0, start - _BEFORE) : start], _behind(compact, end)
    if others := _OTHERS_BEFORE.search(before) or _NOT_OF_SIZE.search(before):
        return Whose(band=others["band"])
    above = {opening - (start - len(before)) for opening in compact.openings}
    several = _unless_above(_SEVERAL_BEFORE.search(before), "several", above)
    size = None if several else _size(before, behind, above)
    trade = _TRADE_BEHIND.match(behind) or _unless_above(
        _TRADE_BEFORE.search(before), "trades", above
    )
    if size is None and trade is None and several is None:
        whom = _WHOM_BEHIND.match(behind) or _unless_above(
            _WHOM_BEFORE.search(before), "band", above
        )
        if whom:
            return Whose(band=whom["band"])
        return _labelled([text[begin:start] for begin in _beginnings(compact, start)])
    return Whose(
        size_class=_class_of(size["holder"]) if size else None,
        industry=trade["trades"] if trade else None,
        band=several["several"] if several else None,
    )


def named(name: str) -> Whose | None:
    """Whom a name that stands alone means: a size class, several, a sector, others; else None."""
    if _HOLDER.fullmatch(name):
        return Whose(size_class=_class_of(name))
    if any(pattern.fullmatch(name) for pattern in (_HOLDERS, _OTHERS, _WHOM)):
        return Whose(band=name)
    return Whose(industry=name) if _TRADES.fullmatch(name) else None


def _class_of(holder: str) -> SizeClass:
    return next(name for short, name in _SIZES.items() if holder.startswith(short))


def _behind(compact: Compact, end: int) -> str:
    """The text behind a number; nothing where a line of its own begins there with a bracket."""
    behind = compact.text[end : end + _BEFORE]
    close = end + behind.find(")") + 1
    alone = close in compact.openings or _CLOSED.match(compact.text, close)
    return "" if end in compact.openings and behind.startswith("(") and not alone else behind


def _beginnings(compact: Compact, at: int) -> list[int]:
    """Where the line and the item begin in which an offset stands."""
    lines = [o for o in compact.openings if at - _LONGEST_ITEM <= o <= at]
    items = [o for o in lines if _BEGINS.match(compact.text, o)]
    return [max(begins) for begins in (lines, items) if begins]


def _unless_above(
    match: re.Match[str] | None, group: str, lines: Container[int]
) -> re.Match[str] | None:
    """The match before a number, unless whom it names ends a line and the words that lead to the
    number, a label, begin the next (offsets of `lines`).
    """
    if match and match.end(group) in lines and match.end(group) < match.end():
        return None
    return match


def _size(before: str, behind: str, lines: Container[int]) -> re.Match[str] | None:
    """The bracket behind a number tells its size class, unless in its row each stands before."""
    told = _unless_above(_SIZE_BEFORE.search(before), "holder", lines)
    if told and _IN_BRACKETS_BEFORE.search(before):
        return told
    return next((m for m in (p.match(behind) for p in _BEHIND) if m), told)


def _labelled(items: Sequence[str]) -> Whose:
    """Whom the first of some items is for that begins with it and names nobody else."""
    for item in items:
        label = _LABELLED.match(item)
        if label is None or "。" in item or _ANYBODY.search(item, label.end()):
            continue
        if _OPENED.fullmatch(label.group()) and ")" in item[label.end() :]:
            continue  # its bracket is closed again
        if label["trades"]:
            return Whose(industry=label["trades"])
        return Whose(size_class=_class_of(label["holder"]))
    return Whose()
