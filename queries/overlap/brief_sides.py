"""Measures and budget programmes in brief: name, ministries, money of a fiscal year, execution."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from graph.store import Store
from queries.cypher import ask_of_many
from queries.english import in_english
from queries.money.rule import Draw, of_one_year, totals
from queries.overlap.executed import Executed, executed_by_year
from queries.programmes.card import years_of_money
from queries.programmes.ids import node_of, programme_id

_MEASURE = "measure:"


@dataclass(frozen=True)
class BriefSide:
    """A measure or budget programme in a list."""

    id: str
    """measure:… or programme:{number of the sheet}."""
    name: str
    """Its title or name."""
    ministries: tuple[str, ...]
    """The ministries that answer for it, the lead first."""
    english: tuple[str, ...]
    """The same in English."""
    yen: int | None
    """What it gets whole in `year`, of the first kind of budget that is told; of a programme what
    could be spent, or its initial budget."""
    year: int | None
    """The fiscal year of that: of a pair the latest that both tell, where there is one; else of a
    measure its latest, of a programme the last that is closed, or its latest."""
    execution: float | None
    """Of what could be spent the share that was, in the last year that is closed; of a measure that
    of the programmes that are the same, added. None where that is not told."""
    execution_year: int | None = None
    """The fiscal year of that, which need not be that of the money."""
    executed_of: tuple[str, ...] = ()
    """The programmes whose execution that is: itself, or those that are the measure."""


@dataclass(frozen=True)
class KnownSide:
    """A side with its money of every fiscal year."""

    side: BriefSide
    """The side by itself."""
    yen: Mapping[int, int]
    """Fiscal year -> yen of that year."""

    def of(self, year: int | None) -> BriefSide:
        """The side with its money of this year; by itself where that is None."""
        return self.side if year is None else replace(self.side, yen=self.yen[year], year=year)


def year_of_both(a: KnownSide, b: KnownSide) -> int | None:
    """The latest fiscal year of which both tell money."""
    return max(a.yen.keys() & b.yen.keys(), default=None)


def known_sides(store: Store, things: Collection[str]) -> dict[str, KnownSide]:
    """measure:… or programme:… -> the thing in brief."""
    measures = sorted(each for each in things if each.startswith(_MEASURE))
    nodes = [node_of(each) for each in sorted(things) if not each.startswith(_MEASURE)]
    offices: dict[str, dict[str, str]] = defaultdict(dict)
    for row in sorted(
        ask_of_many(store, "overlap/ministries_of", [*measures, *nodes]) if things else (),
        key=lambda row: not row["lead"],
    ):
        offices[row["id"]].setdefault(row["name"], row["english"] or in_english(row["name"]))
    return _measures(store, measures, offices) | _programmes(store, nodes, offices)


def _programmes(
    store: Store, nodes: Sequence[str], offices: dict[str, dict[str, str]]
) -> dict[str, KnownSide]:
    sides = {}
    for row in ask_of_many(store, "overlap/money_of_programmes", nodes) if nodes else ():
        id_, years = programme_id(row["id"]), years_of_money(row["money"])
        yen = {
            money.year: sum_
            for money in years
            for sum_ in [money.initial if money.available is None else money.available]
            if sum_ is not None
        }
        closed = _closed(executed_by_year([(id_, years)]))
        year = closed.year if closed else next(iter(yen), None)
        sides[id_] = _known(id_, row["name"], offices[row["id"]], yen, year, closed)
    return sides


def _measures(
    store: Store, measures: Sequence[str], offices: dict[str, dict[str, str]]
) -> dict[str, KnownSide]:
    if not measures:
        return {}
    draws: dict[str, list[Draw]] = defaultdict(list)
    for row in ask_of_many(store, "overlap/money", measures):
        draws[row["measure"]].append(Draw.of(row))
    same: dict[str, list[dict[str, Any]]] = defaultdict(list)
    for row in ask_of_many(store, "overlap/same_programmes", measures):
        same[row["measure"]].append(row)
    return {
        row["measure"]: _measure(
            row, draws[row["measure"]], offices[row["measure"]], same[row["measure"]]
        )
        for row in ask_of_many(store, "overlap/sides", measures)
    }


def _measure(
    page: dict[str, Any],
    draws: Sequence[Draw],
    offices: dict[str, str],
    same: Sequence[dict[str, Any]],
) -> KnownSide:
    closed = _closed(
        executed_by_year(
            (programme_id(row["programme"]), years_of_money(row["money"])) for row in same
        )
    )
    yen: dict[int, int] = {}
    for total in totals(draws):  # of a year the first kind
        if total.own is not None and total.year is not None:
            yen.setdefault(total.year, total.own)
    latest = next((t for t in totals(of_one_year(draws)) if t.own is not None), None)
    known = _known(page["measure"], page["title"], offices, yen, None, closed)
    if latest is None:
        return known
    return replace(known, side=replace(known.side, yen=latest.own, year=latest.year))


def _known(
    id_: str,
    name: str,
    offices: dict[str, str],
    yen: Mapping[int, int],
    year: int | None,
    closed: Executed | None,
) -> KnownSide:
    side = BriefSide(
        id_,
        name,
        tuple(offices),
        tuple(offices.values()),
        None if year is None else yen.get(year),
        year,
        closed.execution if closed else None,
        closed.year if closed else None,
        closed.programmes if closed else (),
    )
    return KnownSide(side, yen)


def _closed(years: Mapping[int, Executed]) -> Executed | None:
    """The last year of which execution is told."""
    return next((year for year in years.values() if year.execution is not None), None)
