"""What an entry is, by its title, and by what names the thing that is called for may be met."""

from __future__ import annotations

from typing import Literal

from loaders.vocabulary.patterns import patterns

Kind = Literal["call", "follow_up_form", "exercise"]
_PATTERNS = patterns(__file__)
_BESIDE = (
    _PATTERNS["heads"],
    _PATTERNS["year"],
    _PATTERNS["round"],
    _PATTERNS["of_years"],
)
_BRACKETS = str.maketrans("<>", "()")


def kind_of(title: str) -> Kind:
    """Whether a title (in one form of each character) is that of a call."""
    if _PATTERNS["exercise"].search(title):
        return "exercise"
    return "follow_up_form" if _PATTERNS["follow_up"].search(title) else "call"


def names_in(title: str) -> tuple[str, ...]:
    """The names in a title, without whose call it is, the year and the round: the whole first, then
    the parts that a mark sets apart.
    """
    rest = title.translate(_BRACKETS)
    while (shorter := _without(rest)) != rest:
        rest = shorter
    parts = [_unquoted(part) for part in _PATTERNS["apart"].split(rest)]
    return tuple(dict.fromkeys(name for name in (_unquoted(rest), *parts) if name))


def _without(title: str) -> str:
    for pattern in _BESIDE:
        title = pattern.sub(" ", title).strip(" _・")
    return title


def _unquoted(name: str) -> str:
    name = name.strip()
    if name.startswith("「") and name.endswith("」") and name.count("「") == 1:
        return name[1:-1]
    return name
