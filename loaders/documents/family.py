"""What a parser of a document family gives, and what a family is."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from loaders.catalogue.records import Appearance, Bonus, Item
from loaders.documents.corrections import Corrected, Correction
from loaders.text.lines import Line
from loaders.text.page import Page, Problem

Tick = Callable[[int, int], None]  # told on the way how many measures are done, and of how many
Read = Callable[[str, Sequence[Line], Sequence[Correction], Tick], "Reading"]


@dataclass(frozen=True)
class Reading:
    """One document read: records, what was not understood, and the counts to hold it to.

    appearances: its measures in their order.
    pages: those of the measures, in the order of `appearances`: what is derived from their text
        needs them.
    items: its policy items or entries.
    bonuses: what its pages and items unlock.
    problems: what was not understood, what was refused on a page included.
    states: what the document prints of itself (`measures`, `ministries`, `yen` …).
    found: what was read, under the same keys and others.
    used: the corrections that met a page, once for each page.
    corrected: the values that they changed.
    title, date: the document's own, where it prints them.
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
    """A kind of document.

    name: as `document.yaml` and `--family` say it.
    folder: where its document.yaml and corrections.yaml lie.
    recognises: whether a text is of this family, by its layout.
    read: `read(document, lines, corrections, tick)` gives the records of one document under that
        id and calls `tick(done, of)` on the way.
    """

    name: str
    folder: Path
    recognises: Callable[[Sequence[Line]], bool]
    read: Read
