"""Whether two documents call a measure by one name, and whether they tell of a renaming."""

from __future__ import annotations

import json
import re
from collections.abc import Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from typing import Any

from graph.language.fold import fold

_BY_NAME = re.compile(r"\([^()]*\)$")
_IN_BRACKET = re.compile(r"\(([^()]{2,20})\)$")
_MARKS = re.compile(r"[\W_]")
_LONG_ENOUGH = 6  # letters of a name in which one that differs may be a misprint
_MISPRINTED = 2  # letters, of both names together: one for another, one or two too many
_SHORTENED = re.compile(r"[一-龥]{3,6}")  # a name of which letters have been left out (農研機構)
_RUNS_A_BODY = "交付金"  # how a body is paid for all that it does
_SCHEME = ("rates", "caps", "payments")
_HALF = 2  # a short name has at most one letter of so many
# what a document does with a measure, at the end of a title
_DONE_WITH_IT = (
    *("について", "に係る取組", "創設", "新設", "改正", "改善", "見直し", "拡充", "延長", "整備"),
    *("運用", "周知", "広報", "啓発", "普及", "利活用", "活用", "促進", "推進", "実施", "手続"),
    *("優遇措置", "等", "・", "の"),
)


@dataclass(frozen=True)
class TellsOf:
    """What the pages of a document tell of a measure that a renaming shows by."""

    rates: frozenset[tuple[str | None, float | None]] = frozenset()
    """Size class and share of each rate."""
    caps: frozenset[tuple[str | None, int]] = frozenset()
    """Size class and yen of each upper limit."""
    payments: frozenset[tuple[str, str]] = frozenset()
    """Payer and receiver of each payment, but for the grant that runs a body."""
    others: frozenset[str] = frozenset()
    """The names of other programmes that they print, folded."""

    def with_page(self, row: dict[str, Any]) -> TellsOf:
        """These, and what a page tells (a row of the question of measures)."""
        payments = [fact for fact in _read(row, "scheme") if fact["how"] != _RUNS_A_BODY]
        return TellsOf(
            self.rates | {(fact["size_class"], fact["value"]) for fact in _read(row, "rates")},
            self.caps | {(fact["size_class"], fact["yen"]) for fact in _read(row, "caps")},
            self.payments | {(fact["payer"], fact["receiver"]) for fact in payments},
            self.others | {fold(other["name"]) for other in _read(row, "related")},
        )


def _read(row: dict[str, Any], field: str) -> list[dict[str, Any]]:
    facts: list[dict[str, Any]] = json.loads(row[field] or "[]")
    return facts


def tells_renaming(before: TellsOf, after: TellsOf, old: Sequence[str], new: Sequence[str]) -> bool:
    """Whether a page prints the other name of a measure, or what both documents tell of its scheme
    (rates, limits, payments) is the same.
    """
    told = ((getattr(before, name), getattr(after, name)) for name in _SCHEME)
    in_both = [one == other for one, other in told if one and other]
    if in_both and all(in_both):
        return True
    printed = {fold(title) for title in old} & after.others
    return bool(printed or {fold(title) for title in new} & before.others)


def names(titles: list[str]) -> set[str]:
    """The titles, folded, also without what stands in brackets at the end: a by-name that is added
    is no other name.
    """
    folded = {fold(title) for title in titles}
    return folded | {_BY_NAME.sub("", title) or title for title in folded}


def is_one_name(before: set[str], after: set[str]) -> bool:
    """Whether a name of one side is one of the other, or stands whole in it, or is it but for what
    the documents do with the measure (の創設), for letters left out of a long name (農研機構), or
    for a misprint: a letter or two, never a digit.
    """
    return bool(before & after) or any(
        _contained(a, b) or _is_misprint(a, b) or _is_shortened(a, b) or _is_done_with(a, b)
        for a in before
        for b in after
    )


def _contained(one: str, other: str) -> bool:
    short, long = sorted((letters_of(one), letters_of(other)), key=len)
    return len(short) >= _LONG_ENOUGH and short in long


def _is_shortened(one: str, other: str) -> bool:
    """Whether one is made of letters of the other, from its first on, or stands in a bracket behind
    it (機構(ABC)).
    """
    short, long = sorted((one, other), key=len)
    bracket = _IN_BRACKET.search(long)
    if bracket and bracket[1] == short:
        return True
    if not _SHORTENED.fullmatch(short) or len(short) * _HALF > len(long) or short[0] != long[0]:
        return False
    letters = iter(long)
    return all(letter in letters for letter in short)


def _is_done_with(one: str, other: str) -> bool:
    cores = {_core(letters_of(name)) for name in (one, other)}
    return len(cores) == 1 and len(cores.pop()) > 1


def _core(letters: str) -> str:
    """A name without what is done with it."""
    while end := next((end for end in _DONE_WITH_IT if letters.endswith(end)), None):
        letters = letters[: -len(end)]
    return letters


def letters_of(name: str) -> str:
    """A name without marks and blanks."""
    return _MARKS.sub("", name)


def _is_misprint(one: str, other: str) -> bool:
    if min(len(one), len(other)) < _LONG_ENOUGH:
        return False
    one, other = letters_of(one), letters_of(other)
    opcodes = SequenceMatcher(None, one, other, autojunk=False).get_opcodes()
    changed = [one[a:b] + other[c:d] for tag, a, b, c, d in opcodes if tag != "equal"]
    letters = "".join(changed)
    return len(letters) <= _MISPRINTED and not any(letter.isdigit() for letter in letters)
