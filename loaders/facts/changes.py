"""Numbers that tell from where to where something has changed (12.3%から8.9%に低下), and shares of
those who have said something (８割が…と回答).
"""

from __future__ import annotations

from dataclasses import replace

from loaders.facts.stated import Stated
from loaders.vocabulary.patterns import patterns

_PATTERNS = patterns(__file__)
_FROM = _PATTERNS["from"]
_TO = _PATTERNS["to"]
_BECOME = _PATTERNS["become"]
_YEAR_BEFORE = _PATTERNS["year_before"]
_OWN_YEAR = _PATTERNS["own_year"]
_ANSWERED = _PATTERNS["answered"]
_OF_WHOM = _PATTERNS["of_whom"]


def begins_a_change(stated: Stated) -> bool:
    """Whether another number behind tells what this one has become."""
    return bool(_FROM.match(stated.behind))


def ends_a_change(stated: Stated) -> bool:
    """Whether the number is what another of the sentence has become."""
    return bool(_TO.search(stated.before) and _BECOME.match(stated.behind))


def year_of_the_start(stated: Stated, year: int | None) -> int | None:
    """The year of a number that begins a change, of a sentence of that year: its own in a bracket,
    the one before, or none that is told.
    """
    if _OWN_YEAR.match(stated.behind):
        return year
    return year - 1 if year is not None and _YEAR_BEFORE.search(stated.before) else None


def without_the_year_before(stated: Stated) -> Stated:
    """The number as if the words for the year before (前年度の) did not stand before it."""
    words = _YEAR_BEFORE.search(stated.before)
    if words is None:
        return stated
    cut = stated.start + words.start()
    text = stated.text[:cut] + " " * (stated.at - cut) + stated.text[stated.at :]
    return replace(stated, text=text)


def answered(stated: Stated) -> str | None:
    """What a share of those who have answered is called (会員のうち網の良さを実感の割合); None of
    another number, or where it is not said of whom.
    """
    said, of = _ANSWERED.match(stated.behind), _OF_WHOM.search(stated.before)
    return (
        f"{of['whose']}のうち{said['said'].replace('「', '').replace('」', '')}の割合"
        if said and of
        else None
    )
