"""`resolution.yaml`: pairs of appearances that a person judged, because no score could
settle them.
"""

from __future__ import annotations

from collections.abc import Collection, Sequence
from pathlib import Path
from typing import Literal

from pydantic import Field

from graph.errors import DocumentError, VocabularyError
from graph.files.yaml_file import read_yaml
from loaders.catalogue.records import Record

FILE = Path(__file__).with_name("resolution.yaml")
_ID = r"^appearance:[a-z0-9-]+:[0-9a-f]{8}$"


class Judged(Record):
    """`a` is the same as, different from, a part of, or the successor of each of `b` (ids of
    appearances). `names`: what they are called, for readers.
    """

    a: str = Field(pattern=_ID)
    b: list[str] = Field(min_length=1)
    judged: Literal["same", "different", "part_of", "successor_of"]
    names: str = Field(min_length=3)
    reason: str = Field(min_length=10)


def read_judged(path: Path = FILE) -> tuple[Judged, ...]:
    """The judged pairs of a file; raises VocabularyError, also where a pair is judged twice."""
    found = (
        read_yaml(
            path, tuple[Judged, ...] | None, "each judged pair has a, b, judged, names and reason"
        )
        or ()
    )
    seen: set[frozenset[str]] = set()
    for row in found:
        for other in row.b:
            pair = frozenset((row.a, other))
            if len(pair) == 1 or pair in seen:
                raise VocabularyError(
                    f"{row.a} and {other} are judged twice, or with themselves",
                    path.name,
                    "keep one row a pair",
                )
            seen.add(pair)
    return found


def unmatched(
    judged: Sequence[Judged], appearances: Collection[str], known: Collection[str]
) -> None:
    """Raises DocumentError for a judged appearance that a known document (its id in `known`) does
    not have.
    """
    for row in judged:
        for one in (row.a, *row.b):
            document = one.split(":")[1]
            if document in known and one not in appearances:
                raise DocumentError(
                    f"judged pair {row.names}: {document} has no {one}",
                    FILE.name,
                    "mend or drop the row",
                )
