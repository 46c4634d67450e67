"""A measure as one side of two that are compared."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import replace

from graph.schema.budget_kinds import kind_names
from graph.store import Store
from queries.cypher import ask
from queries.measure.card import (
    BodyRole,
    MeasureCard,
    PayingProgramme,
    Responsible,
    measure_card,
)
from queries.measure.years import YearMoney
from queries.overlap.compared_side import (
    ComparedSide,
    Named,
    ProgrammeYear,
    SideRelative,
    SideSum,
    SideYear,
)
from queries.overlap.executed import Executed, executed_by_year
from queries.overlap.for_company import for_company
from queries.overlap.measure_terms import contacts_of_measure, result_of_series, terms_of_measure
from queries.overlap.programme_side import (
    ONE_THING,
    english_names,
    money_of_programme,
)
from queries.programmes.card import YearOfMoney, programme_card
from queries.programmes.ids import programme_id

_PAYING = (ONE_THING, "funds", "part")  # programmes whose money is told, as theirs


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
    """What the latest document that prints a year and kind prints of it, and beside it the money
    of the programmes that are the measure, fund it, or are a part of it, as theirs.
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
    paid: dict[int | None, list[ProgrammeYear]] = defaultdict(list)
    one_thing: list[tuple[str, tuple[YearOfMoney, ...]]] = []
    for programme in card.programmes:
        if programme.kind in _PAYING:
            paying = programme_card(store, programme_id(programme.id))
            if programme.kind == ONE_THING:
                one_thing.append((programme_id(programme.id), paying.money))
            for year in money_of_programme(paying):
                paid[year.year].append(_of_programme(programme, year))
    executed = executed_by_year(one_thing)
    return tuple(
        _year(year, sums[year], paid[year], executed.get(year or 0))
        for year in sorted({*sums, *paid}, key=lambda year: -(year or 0))
    )


def _of_programme(programme: PayingProgramme, year: SideYear) -> ProgrammeYear:
    return ProgrammeYear(
        programme_id(programme.id),
        programme.name,
        programme.kind,
        year.sums,
        year.available,
        year.executed,
        year.execution,
        year.sources,
    )


def _year(
    year: int | None,
    sums: Iterable[SideSum],
    paid: Sequence[ProgrammeYear],
    executed: Executed | None,
) -> SideYear:
    """With the execution of the programmes that are the measure, added."""
    found = SideYear(year, _sorted(sums), None, None, None, None, (), tuple(paid))
    if executed is None:
        return found
    return replace(
        found,
        available=executed.available,
        executed=executed.executed,
        execution=executed.execution,
        executed_of=" + ".join(executed.programmes) or None,
        sources=executed.sources,
    )


def _sorted(sums: Iterable[SideSum]) -> tuple[SideSum, ...]:
    return tuple(sorted(sums, key=lambda one: kind_names().index(one.kind)))
