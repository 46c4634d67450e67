"""A condition that points to numbered items below it (下記➀を満たした上で、➁、➂のいずれか)."""

from __future__ import annotations

from loaders.bonuses.conditions import Condition, phrase
from loaders.catalogue.records import Alternative
from loaders.vocabulary.patterns import patterns

_PATTERNS = patterns(__file__)
_NUMBER = _PATTERNS["number"]
_FIRST_THEN = _PATTERNS["first_then"]
_ANY = _PATTERNS["any"]
_BOTH = _PATTERNS["both"]
_NOTE = _PATTERNS["note"]


def pointed_at(pointer: str, below: str) -> Condition | None:
    """The condition that the items of the text below it come to; None where the pointer names no
    item, or one that does not stand there.

    Of items of which any will do each is one alternative; of one that must hold each part of its
    own (…かつ…) is a group.
    """
    items = _items(below)
    groups: list[tuple[Alternative, ...]] = []
    printed: list[str] = []
    unreadable: str | None = None
    for part in _FIRST_THEN.split(pointer):
        numbers = _NUMBER.findall(part)
        if any(number not in items for number in numbers):
            return None
        asked = [items[number] for number in numbers]
        printed += asked
        if _ANY.search(part):
            groups.append(tuple(_alternative(item) for item in asked))
            continue
        for condition in (phrase(each) for item in asked for each in _BOTH.split(item)):
            groups += condition.requires
            unreadable = unreadable or condition.unreadable
    if not groups:
        return None
    return Condition(tuple(printed), "all", groups[0][0].kind, tuple(groups), unreadable)


def _items(text: str) -> dict[str, str]:
    """The numbered items of a text, by number."""
    starts = list(_NUMBER.finditer(text))
    ends = [*(start.start() for start in starts[1:]), len(text)]
    items: dict[str, str] = {}
    for start, end in zip(starts, ends, strict=True):
        words = "".join(_NOTE.sub("", text[start.end() : end]).split()).strip("、。")
        items.setdefault(start.group(), words)
    return items


def _alternative(item: str) -> Alternative:
    """An item as one way: in the vocabulary's words, or in its own where it has several parts."""
    way = phrase(item).requires[0][0]
    if len(_BOTH.split(item)) == 1:
        return way
    return Alternative(what=item, kind=way.kind)
