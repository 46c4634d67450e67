"""What a parser of a document family gives, and which families there are."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Protocol

from loaders.corrections import Corrected, Correction
from loaders.page import Page, Problem
from loaders.records import Appearance, Bonus, Item
from loaders.text import Line


@dataclass(frozen=True)
class Reading:
    """One document read: records, what was not understood, and the counts to hold it to.

    `states` is what the document prints of itself (`measures`, `ministries`, `yen` …), `found` what was read under the same
    keys. `pages` are those of the measures, in the order of `appearances`: what is derived from their text needs them.
    """

    appearances: tuple[Appearance, ...]
    pages: tuple[Page, ...]
    items: tuple[Item, ...] = ()
    bonuses: tuple[Bonus, ...] = ()
    problems: tuple[Problem, ...] = ()
    states: dict[str, int] = field(default_factory=dict)
    found: dict[str, int] = field(default_factory=dict)
    used: tuple[Correction, ...] = ()
    corrected: tuple[Corrected, ...] = ()
    title: str | None = None
    date: str | None = None


class Family(Protocol):
    """A kind of document: how to know one, and how to read it."""

    name: str
    folder: Path

    def recognises(self, lines: Sequence[Line]) -> bool: ...

    def read(self, document: str, lines: Sequence[Line], corrections: Sequence[Correction], tick: Callable[[int, int], None]) -> Reading: ...
