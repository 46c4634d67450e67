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
    """One document read: records, what was not understood, and the counts to hold it to."""

    appearances: tuple[Appearance, ...]
    """Its measures in their order."""
    pages: tuple[Page, ...]
    """The pages of the measures, in the order of `appearances`: what is derived from their text
    needs them.
    """
    items: tuple[Item, ...] = ()
    """Its policy items or entries."""
    bonuses: tuple[Bonus, ...] = ()
    """What its pages and items unlock."""
    problems: tuple[Problem, ...] = ()
    """What was not understood, what was refused on a page included."""
    states: dict[str, int] = field(default_factory=dict)
    """What the document prints of itself (`measures`, `ministries`, `yen` …)."""
    found: dict[str, int] = field(default_factory=dict)
    """What was read, under the same keys and others."""
    used: tuple[Correction, ...] = ()
    """The corrections that met a page, once for each page."""
    corrected: tuple[Corrected, ...] = ()
    """The values that they changed."""
    page_starts: tuple[tuple[int, int], ...] = ()
    """The printed pages, each with its first line; none where these are those of the measures."""
    title: str | None = None
    """The document's own title, where it prints one."""
    date: str | None = None
    """The document's own date, where it prints one."""


@dataclass(frozen=True)
class Family:
    """A kind of document."""

    name: str
    """As `document.yaml` and `--family` say it."""
    folder: Path
    """Where its document.yaml and corrections.yaml lie."""
    recognises: Callable[[Sequence[Line]], bool]
    """Whether a text is of this family, by its layout."""
    read: Read
    """`read(document, lines, corrections, tick)` gives the records of one document under that id
    and calls `tick(done, of)` on the way.
    """
