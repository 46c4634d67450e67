"""A budget programme as one side of two that are compared."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import zip_longest

from graph.language.shares import share
from graph.language.yen import yen_in_english, yen_in_japanese
from graph.store import Store
from queries.cypher import ask
from queries.english import in_english
from queries.measure.card import measure_card
from queries.overlap.compared_side import (
    ComparedSide,
    Named,
    SideContact,
    SidePoint,
    SideRelative,
    SideResult,
    SideSum,
    SideTerm,
    SideYear,
)
from queries.overlap.for_company import for_company, word
from queries.overlap.measure_terms import contacts_of_measure, result_of_series, terms_of_measure
from queries.programmes.card import ProgrammeCard, YearOfMoney, facts_of_programme
from queries.programmes.ids import programme_id
from queries.programmes.prose import described_at

ONE_THING = "same"  # a programme that is a measure, so that what is told of one holds for the other
_KINDS = ("initial", "supplementary")
# relations of table 1-5 that tell where a programme comes from, goes to, or belongs
HISTORY = (
    "merged_into",
    "merged_from",
    "split_into",
    "split_from",
    "parent",
    "child",
    "fund",
    "fund_of",
    "operating_grant",
    "operating_grant_of",
)


def programme_side(store: Store, card: ProgrammeCard) -> ComparedSide:
    """The side of a programme, with what the page of a measure says that is the same."""
    about = facts_of_programme(store, card.id)
    places = described_at(card)
    english = english_names(store, [office.id for office in card.offices])
    measures = [measure_card(store, each.id) for each in card.measures if each.how[0] == ONE_THING]

    def offices(*, ministry: bool) -> tuple[Named, ...]:
        return tuple(
            Named(office.name, english[office.id], office.sources)
            for office in card.offices
            if (office.type == "Ministry") is ministry
        )

    side = ComparedSide(
        programme_id(card.id),
        "programme",
        card.name,
        offices(ministry=True),
        offices(ministry=False),
        places,
        None,
        card.began,
        card.ends,
        tuple(about.get("problems") or ()),
        tuple(about.get("activities") or ()),
        (),
        bool(about.get("supports_companies")),
        (*_terms(card), *(term for measure in measures for term in terms_of_measure(measure))),
        money_of_programme(card),
        (
            *_results(card),
            *(result_of_series(each) for measure in measures for each in measure.figures),
        ),
        (*_contacts(card), *(c for measure in measures for c in contacts_of_measure(measure))),
        tuple(
            SideRelative(how, programme_id(each.id), each.name, (), each.sources)
            for each in card.related
            for how in each.how
            if how in HISTORY
        ),
        tuple(Named(f"{each.name} ({each.id})", each.name, each.sources) for each in card.measures),
        "",
        "",
    )
    return replace(
        side, japanese=for_company(side, "japanese"), english=for_company(side, "english")
    )


def english_names(store: Store, offices: Sequence[str]) -> dict[str, str]:
    """Office id -> its English name, its own where none is known."""
    rows = ask(store, "overlap/office_names", ids=list(dict.fromkeys(offices)))
    return {row["id"]: row["english"] or in_english(row["name"]) for row in rows}


def money_of_programme(card: ProgrammeCard) -> tuple[SideYear, ...]:
    """The money of a programme in each budget year in which its sheets tell of any, the latest
    first; a row of noughts tells of none.
    """
    return tuple(
        SideYear(
            money.year,
            _sums(money),
            money.available or None,
            money.executed if money.available else None,
            money.execution,
            programme_id(card.id) if money.available and money.executed is not None else None,
            (money.source,),
        )
        for money in sorted(card.money, key=lambda money: -money.year)
        if money.initial or money.supplementary or money.available
    )


def _sums(money: YearOfMoney) -> tuple[SideSum, ...]:
    return tuple(
        SideSum(kind, yen, None, False, (money.source,))
        for kind, yen in zip(_KINDS, (money.initial, money.supplementary), strict=True)
        if yen is not None and (yen or kind == _KINDS[0])
    )


def _terms(card: ProgrammeCard) -> Iterator[SideTerm]:
    for method in card.methods:
        yield SideTerm(
            "method",
            None,
            word("methods", method, "japanese"),
            word("methods", method, "english"),
            None,
            None,
            described_at(card),
        )
    for rate in card.rates:
        said = ("定額", "fixed sum") if rate is None else (share(rate), share(rate))
        yield SideTerm("rate", None, *said, None, rate, card.rates_at)
    for cap, place in zip_longest(card.caps, card.caps_at):
        if cap is not None:
            places = (place,) if place else card.caps_at
            yield SideTerm(
                "cap", None, yen_in_japanese(cap), yen_in_english(cap), cap, None, places
            )


def _results(card: ProgrammeCard) -> Iterator[SideResult]:
    for target in card.targets:
        yield SideResult(
            target.kind or None,
            target.indicator,
            target.unit or "",
            tuple(
                SidePoint(year.year, year.target, year.result, (target.source,))
                for year in target.years
            ),
        )


def _contacts(card: ProgrammeCard) -> tuple[SideContact, ...]:
    lead = next((office.name for office in card.offices if office.lead), "")
    desk = " ".join(dict.fromkeys(filter(None, (lead, card.bureau, card.division))))
    return (SideContact(desk, (), (), card.url, described_at(card)),) if desk or card.url else ()
