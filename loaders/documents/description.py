"""`document.yaml`: what a document is, where it comes from, and the counts that it states of
itself.
"""

from __future__ import annotations

from pathlib import Path

from pydantic import ConfigDict, Field

from graph.files.yaml_file import read_yaml
from loaders.catalogue.records import Record


class Description(Record):
    """A document before it is read. `file` is a name beside the description; `states` are counts
    (of measures, ministries …) and sums in yen that it prints of itself.
    """

    model_config = ConfigDict(frozen=True, extra="forbid")
    id: str = Field(pattern=r"^[a-z0-9-]+$")
    family: str
    title: str
    publisher: str
    date: str | None = Field(default=None, pattern=r"^\d{4}-\d{2}(-\d{2})?$")
    url: str | None = None
    file: str = Field(pattern=r"^[^/\\]+$")
    sha256: str | None = Field(default=None, pattern=r"^[0-9a-f]{64}$")
    terms_of_use: str
    states: dict[str, int] = {}
    notes: dict[str, str] = {}


def read_description(path: Path) -> Description:
    """The description in a document's folder; raises VocabularyError naming the file
    and the field.
    """
    return read_yaml(path, Description, "mend the field")
