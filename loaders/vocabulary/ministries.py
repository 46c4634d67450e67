"""Ministries, their outer offices (外局) and regional offices, and how they are written."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Literal

from graph.errors import VocabularyError
from loaders.text.lines import fold
from loaders.vocabulary.matching import Matcher, Mention, Name
from loaders.vocabulary.reading import FOLDER, Entry, entries, known, one_owner


class Office(Entry):
    """A ministry, an agency (外局) or a regional office of one."""

    level: Literal["ministry", "agency", "regional"]
    """Which of the three it is."""
    parent: str | None = None
    """The office above it; a ministry has none."""
    short_names: tuple[str, ...] = ()
    """Other ways to write it."""
    decoys: tuple[str, ...] = ()
    """Longer words that hold one of its names and mean something else (外国特許庁)."""
    english: str
    """Its English name."""


class Ministries:
    """The vocabulary of ministries.yaml. Iterating gives its offices in the order of the file."""

    def __init__(self, offices: tuple[Office, ...], path: Path) -> None:
        self._offices = {office.name: office for office in offices}
        names = [(name, o) for o in offices for name in (o.name, *o.short_names)]
        one_owner(path, ((name, o.name) for name, o in names))
        for office in offices:
            known(
                path, office.name, "parent", [office.parent] if office.parent else [], self._offices
            )
            if (office.level == "ministry") == (office.parent is not None):
                raise VocabularyError(
                    f"{office.name}: a ministry has no parent, every other office has one",
                    path.name,
                    "mend the entry",
                )
        self._by_name = {fold(name): o for name, o in names}
        self._matcher = Matcher(
            [Name(name, o.name, o.level) for name, o in names]
            + [Name(decoy, None, o.level) for o in offices for decoy in o.decoys]
        )

    def __iter__(self) -> Iterator[Office]:
        return iter(self._offices.values())

    def get(self, name: str) -> Office | None:
        """The office of that name, formal or short, or None."""
        return self._by_name.get(fold(name))

    def find(self, text: str) -> list[Mention]:
        """Every office in `plain` text, formal name in `name`, level (ministry, agency, regional)
        in `kind`; longest name first.
        """
        return self._matcher.mentions(text)

    def is_ministry(self, name: str) -> bool:
        """Whether the name, formal or short, stands for one of the ministry level (府省庁)."""
        office = self.get(name)
        return office is not None and office.level == "ministry"

    def parent_of(self, name: str) -> str | None:
        """The ministry (formal name) above an office; None for a ministry and for a name that is
        not in the vocabulary.
        """
        office = self.get(name)
        if office is None or office.parent is None:
            return None
        return self.parent_of(office.parent) or office.parent


def read_ministries(path: Path) -> Ministries:
    """The vocabulary of a file; raises `VocabularyError`."""
    return Ministries(entries(path, Office), path)


@cache
def ministries() -> Ministries:
    """The vocabulary of ministries.yaml, read once; raises `VocabularyError`."""
    return read_ministries(FOLDER / "ministries.yaml")
