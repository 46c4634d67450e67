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
from typing import Self

from pydantic import Field, RootModel, model_validator

from graph.errors import DocumentError
from graph.files.yaml_file import read_yaml
from graph.schema.size_classes import SizeClass
from loaders.catalogue.records import Record
from loaders.catalogue.records.documents import MendedValue
from loaders.documents.entry import MeasureEntry
from loaders.text.lines import fold
from loaders.text.page import Page


class Values(Record):
    """The fields of a measure's entry that a correction may set; those that it leaves out stay as
    they are read.
    """

    title: str = ""
    """Its name, wrapped lines joined."""
    section: str | None = None
    """The pillar or section that it stands under."""
    item_no: str | None = None
    """The number of the policy item that it belongs to."""
    fiscal_mark: str | None = None
    """The mark of its budgets behind the title, without brackets."""
    ministries: tuple[str, ...] = ()
    """Those that are responsible, by formal name."""
    agencies: tuple[str, ...] = ()
    """The agencies that are responsible, by formal name."""
    lead_ministry: str | None = None
    """The office that is marked as leading."""
    targets: tuple[SizeClass, ...] = ()
    """Size classes that it is for."""

    @model_validator(mode="after")
    def _sets_something(self) -> Self:
        if not self.model_fields_set:
            raise ValueError("sets nothing: name a field with its value")
        return self


class Correction(Record):
    """On the page that has the block these fields get these values."""

    block: str = Field(pattern=r"^[0-9a-f]{16}$")
    """Digest of the block's text (`block_digest`)."""
    set: Values
    """Field -> value."""
    reason: str = Field(min_length=10)
    """Why a person knows better than the page."""


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
    """A value that a correction put in place of what was read."""

    document: str
    """The document's id."""
    line: int
    """Where the page begins (from 1)."""
    field: str
    """The field of the entry."""
    before: object
    """The value that was read."""
    after: object
    """The value that was put in its place."""
    reason: str = ""
    """Why a person knows better than the page."""


@dataclass(frozen=True)
class Mended:
    """Entries with the values of the corrections."""

    entries: tuple[MeasureEntry, ...]
    """In the order in which they were read."""
    used: tuple[Correction, ...]
    """The corrections that met a page, once for each page."""
    changes: tuple[Corrected, ...]
    """The values that they changed."""


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
                    correction.reason,
                )
                for field, after in values.items()
            ]
            entry = replace(entry, **values)
        result.append(entry)
    return Mended(tuple(result), tuple(used), tuple(changes))


def mended_values(corrected: Sequence[Corrected]) -> list[MendedValue]:
    """The values that corrections changed, as the document's record holds them."""
    return [
        MendedValue(
            line=each.line,
            field=each.field,
            before=_as_text(each.before),
            after=_as_text(each.after),
            reason=each.reason,
        )
        for each in corrected
    ]


def _as_text(value: object) -> str | None:
    text = "、".join(map(str, value)) if isinstance(value, list) else str(value or "")
    return text or None


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
