"""What a company says of itself: size class, what it holds and does, its numbers; from words or a
file.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, fields
from pathlib import Path
from typing import Any

import yaml

from graph.errors import ProfileError
from graph.language.fold import plain
from graph.language.numerals import number

NUMBERS = {"employees": "人", "capital": "円", "sales": "円", "group_employees": "人"}
_LISTS = ("size", "hold", "does")
_COUNT = re.compile(r"(?P<numeral>.*?)\s*(?P<unit>人|名|円)?")


@dataclass(frozen=True)
class Profile:
    """A company as it is told, not yet looked up: `size` the words for its size class (several must
    contain one another), `hold` names of certifications, plans and declarations, `does` what it
    does, with an amount or without (賃上げ+3%): one word or several; heads, and yen.
    """

    size: tuple[str, ...] = ()
    hold: tuple[str, ...] = ()
    does: tuple[str, ...] = ()
    employees: int | None = None
    capital: int | None = None
    sales: int | None = None
    group_employees: int | None = None

    def __post_init__(self) -> None:
        for name in _LISTS:
            if isinstance(told := getattr(self, name), str):
                object.__setattr__(self, name, (told,))

    def numbers(self) -> dict[str, int]:
        """The numbers that are told."""
        return {name: getattr(self, name) for name in NUMBERS if getattr(self, name) is not None}

    def told(self) -> dict[str, Any]:
        """What is told, without what is not: as the file and the address write it."""
        return {
            f.name: list(value) if isinstance(value, tuple) else value
            for f in fields(self)
            if (value := getattr(self, f.name)) not in ((), None)
        }


def profile_of(told: Mapping[str, Any], where: str | None = None) -> Profile:
    """The profile that is told under the names of its fields; a list may be one word, a number text
    (3000万, 1億円, 80人).

    Raises ProfileError (at `where`) for a field that is unknown and a value that cannot be read.
    """
    known = [f.name for f in fields(Profile)]
    if unknown := [str(name) for name in told if name not in known]:
        raise ProfileError(f"a profile has no {unknown[0]!r}", where, f"known: {', '.join(known)}")
    lists = {name: _words(name, told[name], where) for name in _LISTS if told.get(name) is not None}
    return Profile(
        **lists,
        **{
            name: count_of(name, told[name], where)
            for name in NUMBERS
            if told.get(name) not in (None, "")
        },
    )


def _words(name: str, told: Any, where: str | None) -> tuple[str, ...]:
    words = [told] if isinstance(told, str) else told
    if (
        not isinstance(words, Iterable)
        or isinstance(words, Mapping)
        or not all(isinstance(word, str) for word in words)
    ):
        raise ProfileError(
            f"{name} is a word or a list of words, not {told!r}", where, "see docs/bonus.md"
        )
    return tuple(dict.fromkeys(word.strip() for word in words if word.strip()))


def count_of(name: str, told: Any, where: str | None = None) -> int:
    """A number of heads, or of yen, as people write it: 80, 80人, 3000万, 1億円, 2,000. Raises
    ProfileError.
    """
    if isinstance(told, int) and not isinstance(told, bool):
        value: float | None = told
    else:
        match = _COUNT.fullmatch(plain(str(told)).strip())
        unit = {"名": "人"}.get(match["unit"], match["unit"]) if match else None
        value = number(match["numeral"]) if match and unit in (None, NUMBERS[name]) else None
    if value is None or value < 0 or value != int(value):
        raise ProfileError(
            f"{name} is a number, not {told!r}",
            where,
            f"e.g. {'80' if NUMBERS[name] == '人' else '3000万円'}",
        )
    return int(value)


def read_profile(path: Path) -> Profile:
    """The profile of a YAML file (see docs/bonus.md). Raises ProfileError with the file for one
    that cannot be read.
    """
    try:
        told = yaml.safe_load(path.read_text(encoding="utf-8"))
    except (OSError, UnicodeDecodeError, yaml.YAMLError) as error:
        raise ProfileError(
            f"cannot be read as YAML: {error}", str(path), "see docs/bonus.md"
        ) from error
    if not isinstance(told or {}, dict):
        raise ProfileError(
            "is no profile: names with values, e.g. size: 中小企業", str(path), "see docs/bonus.md"
        )
    return profile_of(told or {}, str(path))


def joined(first: Profile, second: Profile) -> Profile:
    """Both profiles as one: the words of both, and of the numbers the second's where both tell one;
    its size takes the first's place.
    """
    told = first.told() | second.told()
    return profile_of(
        told | {name: [*getattr(first, name), *getattr(second, name)] for name in ("hold", "does")}
    )
