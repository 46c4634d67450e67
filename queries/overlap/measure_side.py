"""A measure as one side of two that are compared."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import replace

from graph.schema.budget_kinds import kind_names
from graph.store import Store
from queries.cypher import ask
from queries.measure.card import BodyRole, MeasureCard, Responsible, measure_card
from queries.measure.years import YearMoney
from queries.overlap.compared_side import (
    ComparedSide,
    Named,
    SideRelative,
    SideSum,
    SideYear,
)
from queries.overlap.executed import executed_by_year
from queries.overlap.for_company import for_company
from queries.overlap.measure_terms import contacts_of_measure, result_of_series, terms_of_measure
from queries.overlap.programme_side import ONE_THING, english_names, programme_id
from queries.programmes.card import programme_card


def measure_side(store: Store, measure: str) -> ComparedSide:
    """The side of a measure by its id; raises NotFound for what is none."""
    card = measure_card(store, measure)
    pages = [page for page in card.appearances if page.current]
    years = [int(version.date[:4]) for version in card.years.versions if version.date[:4]]
    (page, *_) = pages or card.appearances
    about = ask(store, "overlap/sides", ids=[card.id])
    ministries, others = _offices(store, card)
    side = ComparedSide(
        card.id,
        "measure",
        card.title,
        ministries,
        others,
        tuple(source for each in pages for source in each.sources),
        page.page,
        min([*years, *(money.year for money in card.years.money if money.year)], default=None),
        max(years, default=None),
        tuple(about[0]["problems"] if about else ()),
        tuple(about[0]["activities"] if about else ()),
        tuple(term.term for term in card.terms),
        any(size.current for size in card.targets),
        terms_of_measure(card),
        _years(store, card),
        tuple(map(result_of_series, card.figures)),
        contacts_of_measure(card),
        tuple(
            SideRelative(each.relation, each.id, each.title, each.documents, ())
            for each in card.relatives
        ),
        tuple(
            Named(f"{each.name} ({programme_id(each.id)})", each.name) for each in card.programmes
        ),
        "",
        "",
    )
    return replace(
        side, japanese=for_company(side, "japanese"), english=for_company(side, "english")
    )


def _offices(store: Store, card: MeasureCard) -> tuple[tuple[Named, ...], tuple[Named, ...]]:
    """The ministries, and the agencies and bodies, that run it now."""
    others: tuple[Responsible | BodyRole, ...] = (*card.agencies, *card.bodies)
    english = english_names(store, [each.id for each in (*card.ministries, *others)])
    ministries, rest = (
        {
            each.id: Named(each.name, english[each.id], each.sources)
            for each in offices
            if each.current
        }
        for offices in (card.ministries, others)
    )
    return tuple(ministries.values()), tuple(rest.values())


# --- money and results ----------------------------------------------------------------------------


def _years(store: Store, card: MeasureCard) -> tuple[SideYear, ...]:
    """What the latest document that prints a year and kind prints of it, and the execution of the
    programmes that are the measure, added.
    """
    latest: dict[tuple[int | None, str], YearMoney] = {}
    for money in card.years.money:
        known = latest.get((money.year, money.kind))
        if known is None or known.year_before or not money.year_before:
            latest[money.year, money.kind] = money
    sums: dict[int | None, list[SideSum]] = defaultdict(list)
    for money in latest.values():
        sums[money.year].append(
            SideSum(money.kind, money.own, money.pots, money.proposed, money.sources)
        )
    executed: dict[int | None, SideYear] = {
        each.year: SideYear(
            each.year,
            (),
            each.available,
            each.executed,
            each.execution,
            " + ".join(each.programmes) or None,
            each.sources,
        )
        for each in executed_by_year(
            (programme_id(programme.id), programme_card(store, programme_id(programme.id)).money)
            for programme in card.programmes
            if programme.kind == ONE_THING
        ).values()
    }
    return tuple(
        replace(
            executed.get(year) or SideYear(year, (), None, None, None, None, ()),
            sums=_sorted(sums[year]),
        )
        for year in sorted({*sums, *executed}, key=lambda year: -(year or 0))
    )


def _sorted(sums: Iterable[SideSum]) -> tuple[SideSum, ...]:
    return tuple(sorted(sums, key=lambda one: kind_names().index(one.kind)))
