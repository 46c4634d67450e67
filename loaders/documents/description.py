"""`document.yaml`: what a document is, where it comes from, and the counts that it states of
itself.
"""

from __future__ import annotations

from datetime import date as calendar_date
from pathlib import Path

from pydantic import Field, field_validator

from graph.files.yaml_file import read_yaml
from loaders.catalogue.records import Record


class Description(Record):
    """A document before it is read."""

    id: str = Field(pattern=r"^[a-z0-9-]+$")
    """The id that all its records carry."""
    family: str
    """The family whose parser reads it."""
    title: str
    """Its name; empty: the one that it prints."""
    publisher: str
    """Who publishes it."""
    date: str | None = Field(default=None, pattern=r"^\d{4}-\d{2}(-\d{2})?$")
    """As precise as printed (2025-02, 2025-02-28)."""
    url: str | None = None
    """Where it is published, where that is printed or certain."""
    file: str = Field(pattern=r"^[^/\\]+$")
    """The name of the file beside the description."""
    sha256: str | None = Field(default=None, pattern=r"^[0-9a-f]{64}$")
    """The digest of that file; where it is given, the file must agree."""
    terms_of_use: str
    """Under which terms it may be used."""
    states: dict[str, int] = Field(default_factory=dict)
    """Counts (of measures, ministries …) and sums in yen that it prints of itself."""
    notes: dict[str, str] = Field(default_factory=dict)
    """Remarks on those counts, by their key."""

    @field_validator("date")
    @classmethod
    def _is_in_the_calendar(cls, date: str | None) -> str | None:
        """Raises ValueError for a month or a day that there is none of (2031-13, 2031-02-30)."""
        if date:
            calendar_date(*(int(part) for part in f"{date}-01".split("-")[:3]))
        return date


def read_description(path: Path) -> Description:
    """The description in a document's folder; raises VocabularyError naming the file
    and the field.
    """
    return read_yaml(path, Description, "mend the field")
