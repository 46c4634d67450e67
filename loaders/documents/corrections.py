"""`corrections.yaml`: what only a person can settle, as data with a reason.

A correction names the block that it mends by a digest of the block's folded text, so that it
survives other page orders and other ways of taking the text out of the PDF. A block is a printed
line.
"""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from pydantic import Field, RootModel

from graph.errors import DocumentError
from graph.files.yaml_file import read_yaml
from graph.schema.size_classes import SizeClass
from loaders.catalogue.records import Record
from loaders.documents.entry import MeasureEntry
from loaders.text.lines import fold
from loaders.text.page import Page


class Values(Record):
    """The fields of a measure's entry that a correction may set; those that it leaves out stay as
    they are read. What they hold says `MeasureEntry`.
    """

    title: str = ""
    section: str | None = None
    item_no: str | None = None
    fiscal_mark: str | None = None
    ministries: tuple[str, ...] = ()
    agencies: tuple[str, ...] = ()
    lead_ministry: str | None = None
    targets: tuple[SizeClass, ...] = ()


class Correction(Record):
    """On the page that has the block these fields get these values.

    block: digest of the block's text (`block_digest`).
    set: field -> value.
    reason: why a person knows better than the page.
    """

    block: str = Field(pattern=r"^[0-9a-f]{16}$")
    set: Values
    reason: str = Field(min_length=10)


class _File(RootModel[tuple[Correction, ...] | None]):
    """A corrections.yaml; one that holds nothing has no corrections."""


def block_digest(text: str) -> str:
    """Sixteen hex digits of a block's folded text."""
    return hashlib.sha256(fold(text).encode()).hexdigest()[:16]


def read_corrections(path: Path) -> tuple[Correction, ...]:
    """The corrections of a document's folder (none where there is no file); raises
    VocabularyError.
    """
    if not path.exists():
        return ()
    todo = f"each correction has block, set and reason; set takes {', '.join(Values.model_fields)}"
    return read_yaml(path, _File, todo).root or ()


def for_page(page: Page, corrections: Sequence[Correction]) -> list[Correction]:
    """The corrections whose block stands on the page."""
    digests = {block_digest(line.text) for line in page.lines if not line.blank}
    return [c for c in corrections if c.block in digests]


@dataclass(frozen=True)
class Corrected:
    """A value that a correction put in place of what was read.

    document: the document's id.
    line: where the page begins (from 1).
    field: the field of the entry.
    before, after: the value that was read, and the one that was put in its place.
    """

    document: str
    line: int
    field: str
    before: object
    after: object


@dataclass(frozen=True)
class Mended:
    """Entries with the values of the corrections.

    entries: in the order in which they were read.
    used: the corrections that met a page, once for each page.
    changes: the values that they changed.
    """

    entries: tuple[MeasureEntry, ...]
    used: tuple[Correction, ...]
    changes: tuple[Corrected, ...]


def mended(entries: Sequence[MeasureEntry], corrections: Sequence[Correction]) -> Mended:
    """The entries of a document, each with the values of the corrections that meet its page."""
    result: list[MeasureEntry] = []
    used: list[Correction] = []
    changes: list[Corrected] = []
    for entry in entries:
        for correction in for_page(entry.page, corrections):
            used.append(correction)
            values = {
                field: getattr(correction.set, field)
                for field in Values.model_fields
                if field in correction.set.model_fields_set
            }
            changes += [
                Corrected(
                    entry.page.document,
                    entry.page.start,
                    field,
                    _as_list(getattr(entry, field)),
                    _as_list(after),
                )
                for field, after in values.items()
            ]
            entry = replace(entry, **values)
        result.append(entry)
    return Mended(tuple(result), tuple(used), tuple(changes))


def _as_list(value: object) -> object:
    return list(value) if isinstance(value, tuple) else value


def unused(document: str, corrections: Sequence[Correction], used: Sequence[Correction]) -> None:
    """Raises DocumentError where a correction of a known document met no page, or more than one."""
    for correction in corrections:
        if (times := list(used).count(correction)) != 1:
            raise DocumentError(
                f"correction {correction.block} ({correction.reason}) met {times} pages, not one",
                document,
                "mend or drop it in corrections.yaml",
            )
