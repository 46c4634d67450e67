"""A bonus before it has an id: what the forms in which pages state bonuses hand to `recorded`."""

from __future__ import annotations

import re
from dataclasses import dataclass

from graph.schema.size_classes import SizeClass
from loaders.bonuses.conditions import Condition
from loaders.catalogue.records import (
    Benefit,
    Clawback,
    Excluded,
    NotFor,
    SizeLimit,
    Status,
    Unstated,
)
from loaders.catalogue.records.bonuses import ValueIs
from loaders.vocabulary.bonus_words import SIZE_CLASS, size_class_named
from loaders.vocabulary.patterns import patterns

_PATTERNS = patterns(__file__, size_class=SIZE_CLASS)
_ONLY = _PATTERNS["only"]
_VAGUE: tuple[tuple[Unstated, re.Pattern[str]], ...] = (
    ("condition", _PATTERNS["vague_condition"]),
    ("amount", _PATTERNS["vague_amount"]),
)
_CONSIDERED = _PATTERNS["considered"]
_PLANNED = _PATTERNS["planned"]
_REACH = 25  # characters: the predicate of a Japanese sentence follows close on its object


@dataclass(frozen=True)
class Draft:
    """One statement of a bonus on a page."""

    condition: Condition
    """What must hold for it."""
    benefit: Benefit
    """Which kind of gain it is."""
    line: int
    """The line (from 1) that states the gain."""
    value: str | None = None
    """How much, as printed; None where the page does not say."""
    value_is: ValueIs | None = None
    """Whether the form in which it stands adds the value to what there is or puts it in the place
    of a lower one.
    """
    raises: str | None = None
    """What gets better, as printed; None: the measure on whose page it stands."""
    programme: str | None = None
    """What that is commonly called, where the print gives no name of its own."""
    enumerated: tuple[str, ...] = ()
    """The names that `raises` enumerates."""
    frame: str | None = None
    """The frame or head count of the page's own measure that it is for."""
    size_class: SizeClass | None = None
    """The size class that it is for."""
    status: Status = "in_force"
    """Whether it is in force, planned or only considered."""
    exclusive_group: str | None = None
    """What marks those of the page that do not add up with it."""
    rank: int | None = None
    """Its place in that group; who meets several gets the lowest."""
    unstated: tuple[Unstated, ...] = ()
    """What the page does not say of it, besides what its condition leaves open."""
    limits: tuple[SizeLimit, ...] = ()
    """The head count of `frame` in numbers."""
    not_for: tuple[NotFor, ...] = ()
    """The size classes that do not get it though they get the measure."""
    excluded: tuple[Excluded, ...] = ()
    """Who else does not get it, in words of the page."""
    clawback: Clawback | None = None
    """What must be paid back where its condition was not met in the end."""
    unreadable: str | None = None
    """A number that decides whether it is a gain and cannot be read, as printed."""

    @property
    def leaves_open(self) -> list[Unstated]:
        """What its document does not say of it; an amount that the condition has is stated, however
        the text begins.
        """
        text = "".join(self.condition.printed)
        amounts = [alternative.amount for group in self.condition.requires for alternative in group]
        return [
            *self.unstated,
            *(
                what
                for what, words in _VAGUE
                if words.search(text) and (what != "amount" or None in amounts)
            ),
        ]

    @property
    def specificity(self) -> int:
        """How much it says: what decides which of two statements of one bonus is kept."""
        details = (self.value, self.size_class, self.exclusive_group)
        words = len(self.condition.printed) + len(self.raises or "") / 100
        return int(sum(detail is not None for detail in details) * 1000 + words * 100)


def status_of(text: str, start: int, end: int) -> Status:
    """Whether the benefit that stands at `start`–`end` of the sentence is in force, planned or only
    considered: the words that follow say so.
    """
    text = text[start : end + _REACH]
    if _CONSIDERED.search(text):
        return "considered"
    return "planned" if _PLANNED.search(text) else "in_force"


def only_for(text: str) -> SizeClass | None:
    """The size class to which the sentence confines itself (中小企業のみ)."""
    match = _ONLY.search(text)
    return size_class_named(match[1]) if match else None
