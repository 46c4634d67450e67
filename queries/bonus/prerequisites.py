"""What must hold besides a rule's own condition: the requirements for applying to what it raises,
those of a company of its size.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from graph.language.fold import fold
from queries.bonus.book import RuleBook
from queries.bonus.company import Company
from queries.bonus.fit import fit, is_met
from queries.bonus.open_to import Outside
from queries.bonus.rules import Requirement, RuleCard


@dataclass(frozen=True)
class Doors:
    """`asked`: groups of alternatives that are not met; `surely`: the rule gives nothing without
    them.
    """

    asked: tuple[tuple[Requirement, ...], ...] = ()
    surely: bool = False


def doors_left(book: RuleBook, of_size: Company, of_words: Company, rule: RuleCard) -> Doors:
    """What the doors of what a rule raises ask for and a company (by its size, and by what it holds
    and does) does not have.

    Of the rungs of one ladder (one exclusive group, or the same asked by other amounts) the lowest
    is enough. A ladder for the company's size class gives what the rule adds to: nothing comes
    without it (`surely`). One for no class is the way to its own rungs alone, and what a frame asks
    for holds for that frame. What the rule asks for itself is no door.
    """
    if rule.benefit == "requirement":
        return Doors()
    ladders: dict[object, list[RuleCard]] = {}
    for door in dict.fromkeys(
        door for raised in rule.raises for door in book.doors.get(raised.id, ())
    ):
        hangs_on = fit(book, of_size, door)
        if _leads_to(door, rule) and (
            hangs_on == ()
            or (not isinstance(hangs_on, Outside) and door.size_class == rule.size_class)
        ):
            ladders.setdefault(door.exclusive_group or (door.size_class, _asked(door)), []).append(
                door
            )
    left = [
        rungs
        for rungs in ladders.values()
        if not any(_same(rule, door) or _met(door, of_words) for door in rungs)
    ]
    lowest = [min(rungs, key=_height) for rungs in left]
    asked = tuple(ways for door in lowest for ways in door.groups if not _is_met(ways, of_words))
    return Doors(asked, len(ladders) == 1 and all(door.size_class for door in lowest))


def _leads_to(door: RuleCard, rule: RuleCard) -> bool:
    """Whether a door stands before what the rule gives: it is none of another frame, and no entry
    to a ladder of its own.
    """
    frames = {fold(raised.frame or "") for raised in rule.raises}
    return all(not raised.frame or fold(raised.frame) in frames for raised in door.raises) and bool(
        not door.exclusive_group or door.size_class
    )


def _asked(rule: RuleCard) -> frozenset[str]:
    return frozenset(fold(asked.what) for asked in rule.requires)


def _same(rule: RuleCard, door: RuleCard) -> bool:
    """Whether a rule asks for what the door does, in one of its ways, or stands on the door's own
    ladder.
    """
    own = _asked(rule)
    return all(any(fold(way.what) in own for way in ways) for ways in door.groups) or (
        rule.exclusive_group is not None and rule.exclusive_group == door.exclusive_group
    )


def _met(door: RuleCard, company: Company) -> bool:
    return all(_is_met(ways, company) for ways in door.groups)


def _is_met(ways: Sequence[Requirement], company: Company) -> bool:
    return any(is_met(way, company) for way in ways)


def _height(door: RuleCard) -> tuple[float, float]:
    return -(door.rank or 0), min((asked.amount or 0 for asked in door.requires), default=0)
