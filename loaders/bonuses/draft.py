"""A bonus before it has an id: what the forms in which pages tell bonuses hand to `of_page.py`."""

from __future__ import annotations

import re
from dataclasses import dataclass

from graph.schema.size_classes import SizeClass, size_names
from loaders.bonuses.conditions import Condition
from loaders.catalogue.records import Benefit, NotFor, SizeLimit, Status, Unstated

_ONLY = re.compile(rf"({'|'.join(size_names())})者?(?:等)?(?:のみ|に限る|に限り|限定)")
# 「一定の…」 asks for something, or for so much of it, without saying what or how much
_VAGUE: tuple[tuple[Unstated, re.Pattern[str]], ...] = (
    ("condition", re.compile(r"(?:一定|所定)の要件")),
    ("amount", re.compile(r"(?:一定(?:額|率)?|大幅な?|相応)(?:の|以上)?(?=[賃引])")),
)
_REACH = 25  # characters: the predicate of a Japanese sentence follows close on its object
_CONSIDERED = re.compile(r"(?:検討(?:する|中|し(?!た)|を行|予定|(?=[)。、]|$))|調整中)")
_PLANNED = re.compile(
    r"(?:する|実施|導入|開始|引き?上げ|上乗せ|加点|創設|新設|拡充)(?:する|を)?予定"
)


@dataclass(frozen=True)
class Draft:
    """`raises`: what gets better, as printed (None: the measure on whose page it stands);
    `programme`: its common name; `frame`: the frame or head count of the page's own measure that it
    is for, `limits` that head count in numbers; `not_for` who is left out; `exclusive_group`: what
    tells those that do not add up from others of the page.
    """

    condition: Condition
    benefit: Benefit
    line: int
    value: str | None = None
    raises: str | None = None
    programme: str | None = None
    frame: str | None = None
    size_class: SizeClass | None = None
    status: Status = "in_force"
    exclusive_group: str | None = None
    rank: int | None = None
    unstated: tuple[Unstated, ...] = ()
    limits: tuple[SizeLimit, ...] = ()
    not_for: tuple[NotFor, ...] = ()

    @property
    def leaves_open(self) -> list[Unstated]:
        """What its document does not say of it; an amount that the condition has is said, however
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
    def told(self) -> int:
        """How much it says: what decides which of two tellings of one bonus is kept."""
        return sum(
            part is not None for part in (self.value, self.size_class, self.exclusive_group)
        ) * 10 + len(self.condition.printed)


def status_of(text: str, start: int, end: int) -> Status:
    """Whether the benefit told at `start`–`end` of the sentence is in force, planned or only
    considered: the words that follow say so.
    """
    text = text[start : end + _REACH]
    if _CONSIDERED.search(text):
        return "considered"
    return "planned" if _PLANNED.search(text) else "in_force"


def only_for(text: str) -> SizeClass | None:
    """The size class to which the sentence confines itself (中小企業のみ)."""
    match = _ONLY.search(text)
    return match[1] if match else None
