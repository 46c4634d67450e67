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
    """An implementing body. `generic` ones stand for a kind (地域金融機関), not for one
    organisation.

    `usual_role` is the role where the page does not show another; `noted` says when a reader of a
    page notes it: always, only where the page shows it acting, where it is a partner (not among
    those who may apply), or never; `decoys` are longer words that mean something else.
    """

    legal_form: str | None = None
    aliases: tuple[str, ...] = ()
    kind: BodyKind
    supervised_by: tuple[str, ...] = ()
    usual_role: Role = "other"
    noted: Literal["always", "acting", "partner", "never"] = "always"
    decoys: tuple[str, ...] = ()
    english: str


class Bodies:
    """The vocabulary of bodies.yaml. Iterating gives its bodies in the order of the file."""

    def __init__(self, listed: tuple[Body, ...], path: Path) -> None:
        self._bodies = {body.name: body for body in listed}
        names = [(name, b) for b in listed for name in (b.name, *b.aliases)]
        one_owner(path, ((name, b.name) for name, b in names))
        offices = [office.name for office in ministries()]
        for body in listed:
            known(path, body.name, "supervised_by", body.supervised_by, offices)
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
        found = {m.name for m in self.mentions(name)}
        return self._bodies[found.pop()] if len(found) == 1 else None

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
