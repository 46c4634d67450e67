"""Where a fact stands: the document and the line that a reader can turn to."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass


@dataclass(frozen=True, order=True)
class Source:
    """A place in a document."""

    document: str
    """The document's id."""
    line: int | None
    """The line, from 1; None where only the document is known."""


def sources(documents: Sequence[str] | None, lines: Sequence[int] | None) -> tuple[Source, ...]:
    """The places that a relationship's parallel lists `documents` and `lines` name, in order, each
    once.

    A line of 0 or less stands for "not known".
    """
    pairs = zip(documents or (), lines or (), strict=True)
    return tuple(
        dict.fromkeys(Source(document, line if line > 0 else None) for document, line in pairs)
    )


def places(where: Iterable[Source]) -> str:
    """The places of a fact: package-2025:391."""
    return ", ".join(
        f"{source.document}:{source.line}" if source.line else source.document for source in where
    )
