"""Bodies that carry out, finance, guarantee or advise: who they are, how they are written, who
supervises them.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Literal

from loaders.text.lines import fold
from loaders.vocabulary.matching import Matcher, Mention, Name
from loaders.vocabulary.ministries import ministries
from loaders.vocabulary.reading import FOLDER, Entry, entries, known, one_owner

Role = Literal[
    "operates", "implements", "finances", "guarantees", "advises", "certifies", "contact", "other"
]
BodyKind = Literal[
    "incorporated_agency",
    "public_finance",
    "fund",
    "chamber",
    "association",
    "public_office",
    "support_centre",
    "exchange",
    "local_government",
    "generic",
]


class Body(Entry):
    """An implementing body."""

    aliases: tuple[str, ...] = ()
    """Other ways to write it, short names included."""
    kind: BodyKind
    """What it is; a `generic` one stands for a kind (地域金融機関), not for one organisation."""
    supervised_by: tuple[str, ...] = ()
    """The offices of ministries.yaml that supervise it."""
    part_of: str | None = None
    """The body that it is a part of."""
    usual_role: Role = "other"
    """Its role where the page does not show another."""
    noted: Literal["always", "acting", "partner", "never"] = "always"
    """When a reader of a page notes it: always, only where the page shows it acting, where it is
    a partner (not among those who may apply), or never."""
    recognised_by: str | None = None
    """The law under which a generic body is recognised; one of the same short name that another law
    recognises is another body."""
    decoys: tuple[str, ...] = ()
    """Longer words that hold one of its names and mean something else."""
    english: str
    """Its English name."""


class Bodies:
    """The vocabulary of bodies.yaml. Iterating gives its bodies in the order of the file."""

    def __init__(self, listed: tuple[Body, ...], path: Path) -> None:
        self._bodies = {body.name: body for body in listed}
        names = [(name, b) for b in listed for name in (b.name, *b.aliases)]
        one_owner(path, ((name, b.name) for name, b in names))
        offices = [office.name for office in ministries()]
        for body in listed:
            known(path, body.name, "supervised_by", body.supervised_by, offices)
            known(path, body.name, "part_of", filter(None, [body.part_of]), self._bodies)
        self._by_name = {fold(name): b for name, b in names}
        self._matcher = Matcher(
            [Name(name, b.name, b.kind) for name, b in names]
            + [Name(decoy, None, b.kind) for b in listed for decoy in b.decoys]
        )

    def __iter__(self) -> Iterator[Body]:
        return iter(self._bodies.values())

    def get(self, name: str) -> Body | None:
        """The body that a printed name stands for (with or without its legal form), or None.

        「独立行政法人日本貿易振興機構（JETRO）」 and 「ジェトロ」 are both 日本貿易振興機構.
        """
        if body := self._by_name.get(fold(name)):
            return body
        mentioned = {mention.name for mention in self.mentions(name)}
        return self._bodies[mentioned.pop()] if len(mentioned) == 1 else None

    def mentions(self, text: str) -> list[Mention]:
        """Every body in `plain` text, its vocabulary name in `name`, its kind in `kind`; longest
        name first.
        """
        return self._matcher.mentions(text)


def read_bodies(path: Path) -> Bodies:
    """The vocabulary of a file; raises `VocabularyError`."""
    return Bodies(entries(path, Body), path)


@cache
def bodies() -> Bodies:
    """The vocabulary of bodies.yaml, read once; raises `VocabularyError`."""
    return read_bodies(FOLDER / "bodies.yaml")
