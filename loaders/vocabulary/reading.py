"""Reading a vocabulary file: YAML into frozen entries, with the file and the entry named where
something is wrong.
"""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from typing import TypeVar

from pydantic import BaseModel, ConfigDict, ValidationError

from graph.errors import VocabularyError
from graph.files.yaml_file import read_yaml
from loaders.text.lines import fold

FOLDER = Path(__file__).parent


class Entry(BaseModel):
    """One entry of a vocabulary. Frozen; an unknown key is an error."""

    model_config = ConfigDict(frozen=True, extra="forbid", use_attribute_docstrings=True)

    name: str
    """What the entry is called; no two of a file are called the same."""


E = TypeVar("E", bound=Entry)


def entries(path: Path, of: type[E]) -> tuple[E, ...]:
    """The entries of the file, each of class `of`.

    Raises `VocabularyError` for a file that is missing, no YAML list, or holds an entry that `of`
    refuses or a name twice.
    """
    rows = read_yaml(path, object)
    if not isinstance(rows, list) or not rows:
        raise VocabularyError("holds no list of entries", path.name, "one entry a list item")
    read = tuple(_entry(path, row, of) for row in rows)
    one_owner(path, ((entry.name, entry.name) for entry in read))
    return read


def _entry(path: Path, row: object, of: type[E]) -> E:
    name = row.get("name", row) if isinstance(row, dict) else row
    try:
        return of.model_validate(row)
    except ValidationError as error:
        first = error.errors()[0]
        key = ".".join(map(str, first["loc"])) or "entry"
        raise VocabularyError(
            f"{name}: {key}: {first['msg']}", path.name, "mend the entry"
        ) from error


def one_owner(path: Path, names: Iterable[tuple[str, str]]) -> None:
    """Checks that no name (folded) of `(name, entry)` stands for two entries, or twice in one."""
    owner: dict[str, str] = {}
    for name, entry in names:
        if not name.strip():
            raise VocabularyError(f"{entry}: an empty name", path.name, "delete it")
        if fold(name) in owner:
            raise VocabularyError(
                f"{entry}: {name} already stands under {owner[fold(name)]}",
                path.name,
                "keep it in one place",
            )
        owner[fold(name)] = entry


def known(
    path: Path, entry: str, key: str, names: Iterable[str], vocabulary: Iterable[str]
) -> None:
    """Checks that what `key` of `entry` points to stands in the vocabulary."""
    listed = set(vocabulary)
    for name in names:
        if name not in listed:
            raise VocabularyError(
                f"{entry}: {key}: {name} is not in the vocabulary",
                path.name,
                "add it or correct the name",
            )
