"""All budget programmes in short, and those of them that are asked for."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import groupby
from typing import Any, Literal

from graph.language.fold import fold
from graph.store import Store
from queries.cypher import ask
from queries.kept import kept
from queries.programmes.card import YearOfMoney, years_of_money

Order = Literal["budget", "least_executed", "number"]


@dataclass(frozen=True)
class OfficeInShort:
    """An office that answers for a programme."""

    id: str
    """Its node."""
    name: str
    """Its name."""
    type: str
    """Ministry or Agency."""
    lead: bool
    """False for one that does so, too."""


@dataclass(frozen=True)
class ListedProgramme:
    """A budget programme as a list shows it; sums in yen, of one budget year each."""

    id: str
    """Its node."""
    number: int
    """The number of its sheet."""
    name: str
    """Its name."""
    offices: tuple[OfficeInShort, ...]
    """Who answers for it, those in the lead first, ministries before agencies."""
    laws: tuple[tuple[str, str], ...]
    """The laws that it stands under: id and name."""
    methods: tuple[str, ...]
    """How it is carried out."""
    supports_companies: bool
    """Whether its name, purpose or outline speak of companies by size."""
    years: tuple[YearOfMoney, ...]
    """Its money, the latest budget year first."""
    verdict: str | None
    """The latest verdict of the team of reviewers, as printed."""
    on_overlap: bool
    """Whether a review speaks of others alike, of merging or of dividing roles."""
    searched: str
    """What words are looked for in, folded: names, number, bureau, division and laws."""

    @property
    def ministry(self) -> OfficeInShort | None:
        """The ministry in the lead, or the agency where no ministry is named; the first of several,
        so that each programme counts once.
        """
        return self.offices[0] if self.offices else None

    @cached_property
    def budget(self) -> YearOfMoney | None:
        """The latest year of which is told what could be spent; None where none tells it."""
        return next((year for year in self.years if year.available is not None), None)

    @cached_property
    def spent(self) -> YearOfMoney | None:
        """The latest year of which is told what was executed; None where none tells it."""
        return next((year for year in self.years if year.executed is not None), None)

    def in_year(self, year: int) -> YearOfMoney | None:
        """Its money of one budget year; None where no sheet tells of it."""
        return next((each for each in self.years if each.year == year), None)


@dataclass(frozen=True)
class ProgrammeFilter:
    """Which programmes are asked for: those for which all holds; what is left as it is asks for
    nothing. A bound on a number leaves out the programmes of which it is not known.
    """

    words: str = ""
    """Words that stand in its names, its number, its bureau or division, or in its laws."""
    office: str | None = None
    """A ministry or agency (id) that answers for it, in the lead or too."""
    law: str | None = None
    """A law (id) that it stands under."""
    method: str | None = None
    """A way in which it is carried out: direct, subsidy …"""
    least: int | None = None
    """The least that could be spent, in yen."""
    below: int | None = None
    """What could be spent is below that, in yen."""
    executed_from: float | None = None
    """The least share that was executed, from 0."""
    executed_below: float | None = None
    """The share that was executed is below that."""
    execution_unknown: bool = False
    """Whether those alone are asked for of which no execution rate is known."""
    verdict: str | None = None
    """The latest verdict of the team of reviewers, as printed."""
    on_overlap: bool = False
    """Whether those alone are asked for whose reviews speak of others alike."""
    supports_companies: bool = False
    """Whether those alone are asked for that speak of companies by size."""


@kept
def all_programmes(store: Store) -> tuple[ListedProgramme, ...]:
    """Every budget programme, by the number of its sheet; none where no sheets are loaded."""
    offices = _by_programme(ask(store, "programmes/all_offices"))
    laws = _by_programme(ask(store, "programmes/all_laws"))
    reviews = _by_programme(ask(store, "programmes/all_verdicts"))
    listed = (
        _listed(
            row,
            tuple(
                OfficeInShort(each["office"], each["name"], each["type"], bool(each["lead"]))
                for each in offices.get(row["id"], ())
            ),
            tuple((each["law"], each["name"]) for each in laws.get(row["id"], ())),
            reviews.get(row["id"], ()),
        )
        for row in ask(store, "programmes/all_programmes")
    )
    return tuple(sorted(listed, key=lambda programme: (programme.number, programme.id)))


def chosen(
    programmes: Iterable[ListedProgramme], wanted: ProgrammeFilter, order: Order = "budget"
) -> tuple[ListedProgramme, ...]:
    """Those of the programmes that a filter asks for, the one with the largest budget first, or the
    one with the least execution rate, or by number; what is not known comes last. A programme whose
    number is what was typed comes first of all.
    """
    words = [fold(word) for word in wanted.words.split()]
    kept = [each for each in programmes if _asked_for(each, wanted, words)]
    return tuple(sorted(kept, key=lambda each: (words != [str(each.number)], _ORDERS[order](each))))


def budget_in(programmes: Iterable[ListedProgramme], year: int) -> int:
    """What these programmes together could spend in one budget year, in yen; other years are not
    added.
    """
    money = (each.in_year(year) for each in programmes)
    return sum(each.available or 0 for each in money if each)


def _available(each: ListedProgramme) -> int | None:
    return each.budget.available if each.budget else None


def _execution(each: ListedProgramme) -> float | None:
    return each.spent.execution if each.spent else None


def _largest(each: ListedProgramme) -> tuple[bool, int, int]:
    return _available(each) is None, -(_available(each) or 0), each.number


def _least_executed(each: ListedProgramme) -> tuple[bool, float, int]:
    return _execution(each) is None, _execution(each) or 0.0, each.number


_ORDERS: dict[Order, Callable[[ListedProgramme], Any]] = {
    "budget": _largest,
    "least_executed": _least_executed,
    "number": lambda each: each.number,
}


def _asked_for(each: ListedProgramme, wanted: ProgrammeFilter, words: Sequence[str]) -> bool:
    return (
        all(word in each.searched for word in words)
        and (not wanted.office or any(office.id == wanted.office for office in each.offices))
        and (not wanted.law or any(law == wanted.law for law, _ in each.laws))
        and (not wanted.method or wanted.method in each.methods)
        and _between(_available(each), wanted.least, wanted.below)
        and _between(_execution(each), wanted.executed_from, wanted.executed_below)
        and not (wanted.execution_unknown and _execution(each) is not None)
        and (not wanted.verdict or each.verdict == wanted.verdict)
        and (each.on_overlap or not wanted.on_overlap)
        and (each.supports_companies or not wanted.supports_companies)
    )


def _between(value: float | None, least: float | None, below: float | None) -> bool:
    if least is None and below is None:
        return True
    return (
        value is not None and (least is None or value >= least) and (below is None or value < below)
    )


def _by_programme(rows: Sequence[dict[str, Any]]) -> dict[str, list[dict[str, Any]]]:
    return {id_: list(group) for id_, group in groupby(rows, key=lambda row: row["id"])}


def _listed(
    row: dict[str, Any],
    offices: tuple[OfficeInShort, ...],
    laws: tuple[tuple[str, str], ...],
    reviews: Sequence[dict[str, Any]],
) -> ListedProgramme:
    searched = (
        row["name"],
        *(row["former_names"] or ()),
        str(row["number"]),
        row["bureau"] or "",
        row["division"] or "",
        *(name for _, name in laws),
    )
    return ListedProgramme(
        row["id"],
        row["number"],
        row["name"],
        offices,
        laws,
        tuple(row["methods"] or ()),
        bool(row["supports_companies"]),
        years_of_money(row["money"]),
        next((each["verdict"] for each in reviews if each["verdict"]), None),
        any(each["on_overlap"] for each in reviews),
        "\n".join(fold(part) for part in searched),
    )
