"""`resolution.yaml`: pairs of appearances that a person judged, because no score could
settle them.
"""

from __future__ import annotations

from collections.abc import Collection, Sequence
from pathlib import Path
from typing import Literal

from pydantic import Field, RootModel, field_validator

from graph.errors import DocumentError, VocabularyError
from graph.files.yaml_file import read_yaml
from loaders.catalogue.records import Record

FILE = Path(__file__).with_name("resolution.yaml")
_ID = r"^appearance:[a-z0-9-]+:[0-9a-f]{8}$"


class HandVerdict(Record):
    """What a person found of pairs of appearances."""

    a: str = Field(pattern=_ID)
    """The appearance that the verdict is on."""
    b: list[str] = Field(min_length=1)
    """The appearances that it was compared with."""
    verdict: Literal["same", "different", "part_of", "successor_of"]
    """What `a` is to each of `b`."""
    names: str = Field(min_length=3)
    """What they are called, for readers."""
    reason: str = Field(min_length=10)
    """Why, for readers."""


class _Verdicts(RootModel[tuple[HandVerdict, ...]]):
    @field_validator("root", mode="before")
    @classmethod
    def _none_yet(cls, rows: object) -> object:
        """A file without rows is an empty list."""
        return rows or ()


def read_verdicts(path: Path = FILE) -> tuple[HandVerdict, ...]:
    """The verdicts of a file; raises VocabularyError, also where a pair is judged twice."""
    verdicts = read_yaml(
        path, _Verdicts, "each pair settled by hand has a, b, verdict, names and reason"
    ).root
    seen: set[frozenset[str]] = set()
    for row in verdicts:
        for appearance in row.b:
            pair = frozenset((row.a, appearance))
            if len(pair) == 1 or pair in seen:
                raise VocabularyError(
                    f"{row.a} and {appearance} are judged twice, or with themselves",
                    path.name,
                    "keep one row a pair",
                )
            seen.add(pair)
    return verdicts


def unmatched(
    by_hand: Sequence[HandVerdict], appearances: Collection[str], known: Collection[str]
) -> None:
    """Raises DocumentError for a judged appearance that a known document (its id in `known`) does
    not have.
    """
    for row in by_hand:
        for appearance in (row.a, *row.b):
            document = appearance.split(":")[1]
            if document in known and appearance not in appearances:
                raise DocumentError(
                    f"pair settled by hand {row.names}: {document} has no {appearance}",
                    FILE.name,
                    "mend or drop the row",
                )
