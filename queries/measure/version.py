"""A measure in one document."""

from __future__ import annotations

from dataclasses import dataclass

from queries.sources import Source


@dataclass(frozen=True)
class DocumentVersion:
    """A measure as one document has it."""

    document: str
    """The document's id."""
    titles: tuple[str, ...]
    """The measure's titles as printed; a document may have it at several places."""
    ministries: tuple[str, ...]
    """The names of its ministries as printed, the lead first."""
    sources: tuple[Source, ...]
    """The lines that state them."""
