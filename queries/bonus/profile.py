"""What a company says of itself: size class, what it holds and does, its numbers; from words or a
file.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, fields
from math import isfinite
from pathlib import Path
from typing import Any

from graph.bounds import LARGEST_NUMBER, NUMERAL, quoted
from graph.errors import ProfileError
from graph.files.yaml_file import read_yaml
from graph.language.fold import plain
from graph.language.numerals import number

NUMBERS = {"employees": "人", "capital": "円", "sales": "円", "group_employees": "人"}
MONEY = ("payroll_rise", "training_cost", "tax", "investment")  # yen
LISTS = ("size", "hold", "does", "industry", "kind", "size_for")
_COUNT = re.compile(r"(?P<sign>[¥\\])?\s*(?P<numeral>.*?)\s*(?P<unit>人|名|円)?")
_PAGE = "see docs/bonus.md"


@dataclass(frozen=True)
class Profile:
    """A company as it describes itself, not yet looked up in the graph. One word may stand for a
    list of one.
    """

    size: tuple[str, ...] = ()
    """Words for its size class, several where it is another one at another measure."""
    hold: tuple[str, ...] = ()
    """Names of the certifications, plans and declarations that it holds."""
    does: tuple[str, ...] = ()
    """What it does or has besides, with its amount or without (賃上げ+3%)."""
    employees: int | None = None
    """How many it employs."""
    capital: int | None = None
    """Its capital in yen."""
    sales: int | None = None
    """Its sales in yen a year."""
    group_employees: int | None = None
    """How many the whole group employs."""
    payroll_rise: int | None = None
    """By how much its payroll (雇用者給与等支給額) rises from one year to the next, in yen."""
    training_cost: int | None = None
    """What it spends on training, in yen."""
    tax: int | None = None
    """Its corporate or income tax of the year before credits, in yen."""
    investment: int | None = None
    """What it invests (補助対象経費), in yen."""
    industry: tuple[str, ...] = ()
    """Words or codes of the Japan Standard Industrial Classification, or our industries."""
    kind: tuple[str, ...] = ()
    """What kind of company it is (graph/schema/company_kinds.yaml)."""
    size_for: tuple[str, ...] = ()
    """Its size class at one measure, as MEASURE=CLASS."""

    def __post_init__(self) -> None:
        for name in LISTS:
            if isinstance(word := getattr(self, name), str):
                object.__setattr__(self, name, (word,))

    def numbers(self) -> dict[str, int]:
        """The numbers that it states, by their names in NUMBERS."""
        return {name: getattr(self, name) for name in NUMBERS if getattr(self, name) is not None}

    def money(self) -> dict[str, int]:
        """What it states in yen of a year or a project, by their names in MONEY."""
        return {name: getattr(self, name) for name in MONEY if getattr(self, name) is not None}

    def as_dict(self) -> dict[str, list[str] | int]:
        """What it states, without what it does not: as a profile file and the address write it."""
        return {
            field.name: list(value) if isinstance(value, tuple) else value
            for field in fields(self)
            if (value := getattr(self, field.name)) not in ((), None)
        }


def profile_of(values: Mapping[str, object], where: str | None = None) -> Profile:
    """The profile of these values by the names of its fields; a list may be one word, a number text
    (3000万, 1億円, 80人).

    Raises ProfileError (at `where`) for a field that is unknown and a value that cannot be read.
    """
    known = [field.name for field in fields(Profile)]
    if unknown := [str(name) for name in values if name not in known]:
        raise ProfileError(
            f"a profile has no {quoted(unknown[0])}", where, f"known: {', '.join(known)}"
        )

    def words(name: str) -> tuple[str, ...]:
        return () if values.get(name) is None else _words(name, values[name], where)

    def count(name: str) -> int | None:
        return None if values.get(name) in (None, "") else count_of(name, values[name], where)

    read: dict[str, Any] = {name: words(name) for name in LISTS}
    return Profile(**read | {name: count(name) for name in (*NUMBERS, *MONEY)})


def _words(name: str, value: object, where: str | None) -> tuple[str, ...]:
    words = [value] if isinstance(value, str) else value
    if isinstance(words, Iterable) and not isinstance(words, Mapping):
        texts = [word.strip() if isinstance(word, str) else None for word in words]
        if None not in texts:
            return tuple(dict.fromkeys(filter(None, texts)))
    raise ProfileError(f"{name} is a word or a list of words, not {quoted(value)}", where, _PAGE)


def count_of(name: str, value: object, where: str | None = None) -> int:
    """A number of heads, or of yen, as people write it: 80, 80人, 3000万, 1億円, 2,000.

    Raises ProfileError (at `where`) for what is none, is below 0 or has a fraction.
    """
    if isinstance(value, int) and not isinstance(value, bool):
        amount: float | None = value
    else:
        text = value if isinstance(value, str) else quoted(value)
        amount = _amount(_unit(name), text) if len(text) <= NUMERAL else None
    if amount is not None and amount > LARGEST_NUMBER:
        raise ProfileError(
            f"{name} is a number up to {LARGEST_NUMBER:,}, not {quoted(value)}", where, "correct it"
        )
    if amount is None or amount < 0 or not isfinite(amount) or amount != int(amount):
        raise ProfileError(
            f"{name} is a number, not {quoted(value)}",
            where,
            f"e.g. {'80' if _unit(name) == '人' else '3000万円'}",
        )
    return int(amount)


def _amount(wanted: str, text: str) -> float | None:
    """The number that the text is, with that unit or none; None where it is anything else."""
    match = _COUNT.fullmatch(plain(text).strip())
    unit = ("円" if match["sign"] else match["unit"]) if match else None
    unit = "人" if unit == "名" else unit
    return number(match["numeral"]) if match and unit in (None, wanted) else None


def _unit(name: str) -> str:
    return NUMBERS.get(name, "円")


def read_profile(path: Path) -> Profile:
    """The profile of a YAML file (see docs/bonus.md). Raises ProfileError with the file for one
    that cannot be read, has a name twice, or holds what is no profile.
    """
    values = read_yaml(path, object, _PAGE, ProfileError)
    if values is None:
        return Profile()
    if not isinstance(values, dict):
        raise ProfileError(
            "is no profile: names with values, e.g. size: 中小企業", str(path), _PAGE
        )
    return profile_of(values, str(path))


def joined(first: Profile, second: Profile) -> Profile:
    """Both profiles as one: the words of both, and of the numbers the second's where both state
    one; its size, industry and kind take the first's place.
    """
    lists = {
        name: [*getattr(first, name), *getattr(second, name)]
        for name in ("hold", "does", "size_for")
    }
    return profile_of({**first.as_dict(), **second.as_dict(), **lists})
