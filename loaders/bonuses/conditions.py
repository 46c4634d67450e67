"""Conditions of a bonus: what a clause names or asks for in its own words, and the precise form in
which two conditions can be compared.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from itertools import product
from typing import Literal

from graph.language.numerals import number
from loaders.bonuses.names import Name, names
from loaders.catalogue.records import Alternative, ConditionKind
from loaders.text.lines import fold
from loaders.vocabulary import certifications
from loaders.vocabulary.bonus_words import ConditionWords, condition_words, size_class_of
from loaders.vocabulary.patterns import patterns

_PATTERNS = patterns(__file__)
_JOINED = _PATTERNS["joined"]
_GLOSS = _PATTERNS["gloss"]
_EITHER = _PATTERNS["either"]
_AMONG = _PATTERNS["among"]
_NEGATED = _PATTERNS["negated"]
_CASES = _PATTERNS["cases"]
_AT_ONCE = _PATTERNS["at_once"]


@dataclass(frozen=True)
class Condition:
    """What must hold for a bonus."""

    printed: tuple[str, ...]
    """Its parts, as printed."""
    mode: Literal["any", "all"]
    """Whether any or all of them must hold."""
    kind: ConditionKind
    """The kind of the first of them."""
    requires: tuple[tuple[Alternative, ...], ...]
    """The groups that it comes to: one alternative of each group must hold."""
    unreadable: str | None = None
    """A number of it that cannot be read, as printed; a bonus with such a condition is refused (see
    `recorded`).
    """


def any_of(named: Sequence[Name]) -> Condition:
    """Any one of the names (one at least) will do; a name that stands twice counts once."""
    once = {(name.what, name.or_above): name for name in reversed(named)}
    kept = [name for name in named if once[(name.what, name.or_above)] is name]
    return Condition(
        tuple(name.printed for name in kept),
        "any" if len(kept) > 1 else "all",
        kept[0].kind,
        (tuple(name.alternative for name in kept),),
    )


def called(printed: str, kind: ConditionKind) -> Condition:
    """What the text calls by a name of its own making: the certification that the vocabulary knows
    by it, else that name.
    """
    known = certifications().get(printed)
    return Condition(
        (printed,), "all", kind, ((Alternative(what=known.name if known else printed, kind=kind),),)
    )


def phrase(text: str, about: str = "") -> Condition:
    """The condition that a phrase states in its own words (「…場合」, 「前年度比+10%」), with its
    amount.

    `about` is what stands around it and says what a bare amount is of. Who must be one of a group
    and do something (「…業者のうち…した者」) must be both.
    """
    if (among := _AMONG.match(text)) and size_class_of(among["group"]) is None:
        return _of_group(among["group"], phrase(among["rest"], about))
    if named := names(text):
        parts = [part for part in _JOINED.split(text) if part]
        if len(named) == len(parts):
            return any_of(named)
    stated = [_stated(part, about) for part in _alternatives(text)]
    ways = tuple(way for way, _ in stated)
    return Condition(
        (text,),
        "any" if len(ways) > 1 else "all",
        ways[0].kind,
        (ways,),
        next((unreadable for _, unreadable in stated if unreadable), None),
    )


def cases(text: str) -> Condition:
    """The condition of a sentence that names cases (「…の場合や…がある場合」), any of which will
    do, each of parts that must hold at once (かつ).

    That any of some cases holds is that of each choice of one part from every case one holds.
    """
    read = [[phrase(part) for part in _AT_ONCE.split(case)] for case in _CASES.split(text)]
    ways = [[way for part in case for group in part.requires for way in group] for case in read]
    return Condition(
        tuple(part.printed[0] for case in read for part in case),
        "any" if len(read) > 1 else "all",
        read[0][0].kind,
        tuple(tuple(dict.fromkeys(choice)) for choice in product(*ways)),
        next((part.unreadable for case in read for part in case if part.unreadable), None),
    )


def _of_group(group: str, does: Condition) -> Condition:
    way, _ = _stated(group, "")
    return Condition(
        (group, *does.printed), "all", does.kind, ((way,), *does.requires), does.unreadable
    )


def _alternatives(text: str) -> list[str]:
    """「賃上げやインボイス対応などに…」 is the one or the other, where the vocabulary knows each of
    them.
    """
    parts = _EITHER.split(text)
    known = {entry.name for part in parts if (entry := _entry(part)) and entry.named}
    return parts if len(parts) > 1 and len(known) == len(parts) else [text]


def _stated(text: str, about: str) -> tuple[Alternative, str | None]:
    """What the text asks for: by the vocabulary's name with its amount, else in its own words
    without their glosses; and the amount as printed where it cannot be read.
    """
    entry = _entry(text) or _entry(about)
    if entry is None or not entry.named or _NEGATED.search(text):
        words = _GLOSS.sub("", text) or text
        return Alternative(what=words, kind=entry.kind if entry else "other"), None
    printed = entry.amount.search(text)
    if printed is None:
        return Alternative(what=entry.name, kind=entry.kind), None
    amount = number(printed["number"])
    if amount is None or not math.isfinite(amount):
        return Alternative(what=entry.name, kind=entry.kind), printed.group()
    return (
        Alternative(what=entry.name, kind=entry.kind, amount=amount, unit=printed["unit"]),
        None,
    )


def _entry(text: str) -> ConditionWords | None:
    return next((entry for entry in condition_words() if entry.finds(text)), None)


def key_of_alternative(alternative: Alternative) -> str:
    """One string for one alternative, however it is spaced."""
    what = fold(alternative.what)
    return f"{what}:{alternative.tier_or_above}:{alternative.amount}:{alternative.unit}"


def key_of(
    requires: Sequence[Sequence[Alternative]],
    key: Callable[[Alternative], str] = key_of_alternative,
) -> str:
    """One string for what must hold, however its groups and their alternatives are ordered; `key`
    says which alternatives are one.
    """
    return "&".join(sorted("|".join(sorted(map(key, group))) for group in requires))
