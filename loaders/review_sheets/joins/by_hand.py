"""`joins.yaml`: pairs of a programme and a measure that a person judged after reading both."""

from __future__ import annotations

from pathlib import Path
from typing import Literal

from pydantic import Field, RootModel, field_validator

from graph.errors import VocabularyError
from graph.files.yaml_file import read_yaml
from loaders.catalogue.records import Record

FILE = Path(__file__).with_name("joins.yaml")


class HandJoin(Record):
    """What a person found of a programme and a measure."""

    programme: str = Field(pattern=r"^programme:\d+$")
    """The programme's id."""
    appearance: str = Field(pattern=r"^appearance:[a-z0-9-]+:[0-9a-f]{8}$")
    """A place where the measure appears."""
    verdict: Literal["same", "funds", "part", "successor", "different"]
    """What the programme is to the measure; different: it does not pay for it."""
    names: str = Field(min_length=3)
    """What they are called, for readers."""
    reason: str = Field(min_length=10)
    """Why, for readers."""


class _Joins(RootModel[tuple[HandJoin, ...]]):
    @field_validator("root", mode="before")
    @classmethod
    def _none_yet(cls, rows: object) -> object:
        """A file without rows is an empty list."""
        return rows or ()


def read_joins(path: Path = FILE) -> tuple[HandJoin, ...]:
    """The joins of a file; raises VocabularyError, also where a pair is judged twice."""
    joins = read_yaml(
        path, _Joins, "each pair has programme, appearance, verdict, names and reason"
    ).root
    seen: set[tuple[str, str]] = set()
    for row in joins:
        if (pair := (row.programme, row.appearance)) in seen:
            raise VocabularyError(
                f"{row.programme} and {row.appearance} are judged twice",
                path.name,
                "keep one row a pair",
            )
        seen.add(pair)
    return joins
