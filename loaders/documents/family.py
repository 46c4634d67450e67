"""What a parser of a document family gives, and what a family is."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from loaders.catalogue.records import Appearance, Bonus, Item
from loaders.documents.corrections import Corrected, Correction
from loaders.text.lines import Line
from loaders.text.page import Page, Problem


@dataclass(frozen=True)
class Reading:
    """One document read: records, what was not understood, and the counts to hold it to.

    `states` is what the document prints of itself (`measures`, `ministries`, `yen` …), `found` what
    was read under the same keys. `pages` are those of the measures, in the order of `appearances`:
    what is derived from their text needs them.
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


@dataclass(frozen=True)
class Family:
    """A kind of document: its folder (document.yaml, corrections.yaml), how to know one, and how to
    read it.

    `read(document, lines, corrections, tick)` gives the records of one document under that id and
    calls `tick(done, of)` on the way.
    """

    name: str
    folder: Path
    recognises: Callable[[Sequence[Line]], bool]
    read: Callable[[str, Sequence[Line], Sequence[Correction], Callable[[int, int], None]], Reading]
