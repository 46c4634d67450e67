"""`corrections.yaml`: what only a person can settle, as data with a reason.

A correction names the block that it mends by a digest of the block's folded text, so that it
survives other page orders and other ways of taking the text out of the PDF. A block is a printed
line.
"""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from dataclasses import dataclass, fields, replace
from pathlib import Path
from typing import Any, TypeVar

from pydantic import Field

from graph.errors import DocumentError, VocabularyError
from graph.files.yaml_file import read_yaml
from loaders.catalogue.records import Appearance, Record
from loaders.text.lines import fold
from loaders.text.page import Page

Read = TypeVar("Read")


class Correction(Record):
    """On the page that has the block: these fields of the appearance get these values."""

    block: str = Field(pattern=r"^[0-9a-f]{16}$")
    set: dict[str, str | list[str]]
    reason: str = Field(min_length=10)


def block_digest(text: str) -> str:
    """Sixteen hex digits of a block's folded text."""
    return hashlib.sha256(fold(text).encode()).hexdigest()[:16]


def read_corrections(path: Path) -> tuple[Correction, ...]:
    """The corrections of a document's folder (none where there is no file); raises
    VocabularyError.
    """
    if not path.exists():
        return ()
    found = (
        read_yaml(path, tuple[Correction, ...] | None, "each correction has block, set and reason")
        or ()
    )
    for correction in found:
        if unknown := set(correction.set) - set(Appearance.model_fields):
            raise VocabularyError(
                f"correction {correction.block} sets {', '.join(sorted(unknown))}, which no"
                " appearance has",
                str(path),
            )
    return found


def for_page(page: Page, corrections: Sequence[Correction]) -> list[Correction]:
    """The corrections whose block stands on the page."""
    digests = {block_digest(line.text) for line in page.lines if not line.blank}
    return [c for c in corrections if c.block in digests]


@dataclass(frozen=True)
class Corrected:
    """A value that a correction put in place of what was read; `line` is where the page begins."""

    document: str
    line: int
    field: str
    before: object
    after: object


def mended(
    read: Read, page: Page, corrections: Sequence[Correction]
) -> tuple[Read, list[Corrected]]:
    """What was read of a page (a frozen dataclass) with the values of the page's corrections, and
    what they changed.

    Raises VocabularyError where a correction sets what is not read of such a page.
    """
    changed = []
    for correction in for_page(page, corrections):
        for key, value in correction.set.items():
            if key not in {field.name for field in fields(read)}:  # type: ignore[arg-type]
                raise VocabularyError(
                    f"correction {correction.block} sets {key}, which is not read of this page",
                    page.document,
                )
            after: Any = tuple(value) if isinstance(value, list) else value
            changed.append(Corrected(page.document, page.start, key, getattr(read, key), value))
            read = replace(read, **{key: after})  # type: ignore[type-var]
    return read, changed


def unused(document: str, corrections: Sequence[Correction], used: Sequence[Correction]) -> None:
    """Raises DocumentError where a correction of a known document met no page, or more than one."""
    for correction in corrections:
        if (times := list(used).count(correction)) != 1:
            raise DocumentError(
                f"correction {correction.block} ({correction.reason}) met {times} pages, not one",
                document,
                "mend or drop it in corrections.yaml",
            )
