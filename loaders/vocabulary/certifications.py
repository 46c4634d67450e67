"""Certifications, plans, declarations and registrations: their families, tiers, what contains what,
and how they are written.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator
from functools import cache
from pathlib import Path
from typing import Literal

from pydantic import BaseModel, ConfigDict

from graph.errors import VocabularyError
from graph.schema.company_kinds import CompanyKind
from loaders.text.lines import fold
from loaders.vocabulary.bodies import bodies
from loaders.vocabulary.matching import Matcher, Mention, Name
from loaders.vocabulary.ministries import ministries
from loaders.vocabulary.reading import FOLDER, Entry, entries, known, one_owner

CertificationKind = Literal["certification", "plan", "declaration", "registration"]

TermKind = Literal["validity", "cost", "application", "criteria"]


class Term(BaseModel):
    """One thing that is known of how a certification is had or kept."""

    model_config = ConfigDict(frozen=True, extra="forbid", use_attribute_docstrings=True)

    says: str
    """What holds, in Japanese."""
    source: str
    """Who says so: a document:line, a law with its article, or an official page by its title."""


class CertificationEntry(Entry):
    """A certification of the vocabulary."""

    kind: CertificationKind
    """What it is that one gets, makes or signs."""
    family: str | None = None
    """The certifications that it is one of."""
    tier: int | None = None
    """Its place in the family; the lowest is 1."""
    issuer: str | None = None
    """The office or body that gives it."""
    co_issuers: tuple[str, ...] = ()
    """Who gives it with the issuer."""
    by_field: bool = False
    """Whether each of these gives it in its own field of business alone (主務大臣)."""
    holders: tuple[CompanyKind, ...] = ()
    """The kinds of company that can hold it; none where any can."""
    terms: dict[TermKind, Term] = {}
    """Its validity, cost, application and criteria, where they are known."""
    source: str
    """Who says that it is so: a law with its article, a document:line, or the official page by
    its title."""
    implies: tuple[str, ...] = ()
    """Other certifications that its holder holds too (a tier contains the one below)."""
    requires: tuple[str, ...] = ()
    """Other certifications that one must hold before."""
    legal_basis: str | None = None
    """The law that it rests on."""
    noted: bool = True
    """Whether a page that names it speaks of it; not where it speaks of an organisation
    (登録支援機関) or of a plan that nobody recognises."""
    aliases: tuple[str, ...] = ()
    """Other ways to write it."""
    decoys: tuple[str, ...] = ()
    """Longer words that hold one of its names and mean something else."""
    english: str
    """Its English name."""


class Certifications:
    """The vocabulary of certifications.yaml. Iterating gives its entries in the order
    of the file.
    """

    def __init__(self, listed: tuple[CertificationEntry, ...], path: Path) -> None:
        self._entries = {entry.name: entry for entry in listed}
        names = [(name, e) for e in listed for name in (e.name, *e.aliases)]
        one_owner(path, ((name, e.name) for name, e in names))
        self._check(path)
        self._by_name = {fold(name): e for name, e in names}
        self._matcher = Matcher(
            [Name(name, e.name, e.kind) for name, e in names]
            + [Name(decoy, None, e.kind) for e in listed for decoy in e.decoys]
        )

    def _check(self, path: Path) -> None:
        issuers = {o.name for o in ministries()} | {b.name for b in bodies()}
        tiers: dict[tuple[str, int], str] = {}
        for entry in self:
            known(path, entry.name, "implies", entry.implies, self._entries)
            known(path, entry.name, "requires", entry.requires, self._entries)
            known(path, entry.name, "issuer", [entry.issuer] if entry.issuer else [], issuers)
            known(path, entry.name, "co_issuers", entry.co_issuers, issuers)
            self._check_sources(path, entry)
            if entry.tier is None:
                continue
            if entry.family is None:
                raise VocabularyError(
                    f"{entry.name}: a tier without a family", path.name, "name the family"
                )
            if (holder := tiers.setdefault((entry.family, entry.tier), entry.name)) != entry.name:
                raise VocabularyError(
                    f"{entry.name}: {entry.family} has tier {entry.tier} already: {holder}",
                    path.name,
                    "one entry a tier",
                )
        for entry in self:
            if entry.name in self._above(entry.implies):
                raise VocabularyError(
                    f"{entry.name}: implies itself in a circle", path.name, "break the circle"
                )

    def _check_sources(self, path: Path, entry: CertificationEntry) -> None:
        sources = [entry.source, *(term.source for term in entry.terms.values())]
        if not all(source.strip() for source in sources):
            raise VocabularyError(f"{entry.name}: a source is empty", path.name, "name it")
        if entry.co_issuers and (not entry.issuer or entry.issuer in entry.co_issuers):
            raise VocabularyError(
                f"{entry.name}: co_issuers are beside an issuer and others than it",
                path.name,
                "name the issuer once",
            )

        if entry.by_field and not entry.co_issuers:
            raise VocabularyError(
                f"{entry.name}: by_field without co_issuers",
                path.name,
                "name who gives it in the other fields",
            )

    def _above(self, names: tuple[str, ...]) -> set[str]:
        """The names and all that they imply."""
        seen: set[str] = set()
        waiting = list(names)
        while waiting:
            name = waiting.pop()
            if name not in seen:
                seen.add(name)
                waiting.extend(self._entries[name].implies)
        return seen

    def __iter__(self) -> Iterator[CertificationEntry]:
        return iter(self._entries.values())

    def get(self, name: str) -> CertificationEntry | None:
        """The entry that a printed name stands for, or None: 「くるみん認定」「くるみんマーク」 are
        くるみん.
        """
        return self._by_name.get(fold(name))

    def mentions(self, text: str) -> list[Mention]:
        """Every certification in `plain` text, its vocabulary name in `name`, its kind in `kind`;
        longest name first.
        """
        return self._matcher.mentions(text)

    def held_with(self, name: str) -> set[str]:
        """What a holder of the certification (vocabulary name) holds: itself and all that it
        implies.
        """
        return self._above((name,))

    def under(self, name: str, laws: Collection[str]) -> str:
        """Of a certification that several laws have (vocabulary name) that of one of them: where
        `laws` (formal names) hold just one of those laws, else itself.
        """
        variants = [
            entry.name
            for entry in self
            if entry.legal_basis in laws and entry.name.startswith(f"{name}（")
        ]
        return variants[0] if len(variants) == 1 else name

    def or_above(self, name: str) -> list[str]:
        """「…以上」: the certification (vocabulary name) and all that imply it, in the order of the
        file.
        """
        return [entry.name for entry in self if name in self.held_with(entry.name)]


def read_certifications(path: Path) -> Certifications:
    """The vocabulary of a file; raises `VocabularyError`."""
    return Certifications(entries(path, CertificationEntry), path)


@cache
def certifications() -> Certifications:
    """The vocabulary of certifications.yaml, read once; raises `VocabularyError`."""
    return read_certifications(FOLDER / "certifications.yaml")
