"""A measure in one document."""

from __future__ import annotations

from dataclasses import dataclass

from queries.sources import Source


@dataclass(frozen=True)
class DocumentVersion:
    """A measure as one document has it."""

    document: str  # id
    titles: tuple[str, ...]  # as printed; a document may have it at several places
    ministries: tuple[str, ...]  # names as printed, the lead first
    sources: tuple[Source, ...]
