"""A measure as one side of two that are compared."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import replace

from graph.language.yen import decimal, yen_in_english, yen_in_japanese
from graph.store import Store
from queries.cypher import ask
from queries.english import in_english
from queries.measure.appearance import AppearanceCard, Scope, ThresholdFact
from queries.measure.card import BodyRole, Contact, Link, MeasureCard, Responsible, measure_card
from queries.measure.figures import FigureSeries
from queries.measure.frames import by_frame
from queries.measure.years import YearMoney
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
    TermKind,
)
from queries.overlap.for_company import for_company
from queries.overlap.programme_side import english_names, executed_in, programme_id
from queries.programmes.card import programme_card

_SIGNS = {">=": "≥", "<=": "≤"}
_ONE_THING = "same"  # what pays for a measure and is it: its execution is the measure's


def measure_side(store: Store, measure: str) -> ComparedSide:
    """The side of a measure by its id; raises NotFound for what is none."""
    card = measure_card(store, measure)
    pages = [page for page in card.appearances if page.current]
    years = [int(version.date[:4]) for version in card.years.versions if version.date[:4]]
    (page, *_) = pages or card.appearances
    about = ask(store, "overlap/sides", ids=[card.id])
    side = ComparedSide(
        card.id,
        "measure",
        card.title,
        *_offices(store, card),
        tuple(source for each in pages for source in each.sources),
        page.page,
        min([*years, *(money.year for money in card.years.money if money.year)], default=None),
        max(years, default=None),
        tuple(about[0]["problems"] if about else ()),
        tuple(about[0]["activities"] if about else ()),
        tuple(term.term for term in card.terms),
        any(size.current for size in card.targets),
        tuple(_terms(card, pages)),
        _years(store, card),
        tuple(map(_result, card.figures)),
        tuple(_contact(contact) for contact in card.contacts if contact.current),
        tuple(
            SideRelative(each.relation, each.id, each.title, each.documents, ())
            for each in card.relatives
        ),
        tuple(Named(f"{each.name} ({programme_id(each.id)})", each.name) for each in card.programmes),
        "",
        "",
    )
    return replace(side, japanese=for_company(side, "japanese"), english=for_company(side, "english"))


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


def _contact(contact: Contact) -> SideContact:
    return SideContact(contact.name, contact.phones, contact.emails, None, contact.sources)


# --- for whom, and how much -----------------------------------------------------------------------


def _terms(card: MeasureCard, pages: Iterable[AppearanceCard]) -> Iterator[SideTerm]:
    for kind, links in (
        ("size", card.targets),
        ("beneficiary", card.beneficiaries),
        ("industry", card.industries),
        ("instrument", card.instruments),
    ):
        yield from (_of_link(kind, link) for link in links if link.current)
    for page in pages:
        for applicant in page.applicants:
            name = applicant.value
            yield SideTerm(
                "applicant", None, name, in_english(name), None, None, applicant.sources
            )
        yield from _numbers(page)
        for window in page.windows:
            said = f"{window.what} {window.printed}"
            yield SideTerm("window", None, said, said, None, None, (window.source,))


def _of_link(kind: TermKind, link: Link) -> SideTerm:
    return SideTerm(kind, None, link.name, in_english(link.name), None, None, link.sources)


def _numbers(page: AppearanceCard) -> Iterator[SideTerm]:
    for numbers in by_frame(page):
        for threshold in numbers.thresholds:
            yield _term("threshold", numbers.frame, threshold, *_threshold(threshold))
        for rate in numbers.rates:
            yield _term("rate", numbers.frame, rate, rate.printed, rate.printed, share=rate.value)
        for cap in numbers.caps:
            japanese, english = yen_in_japanese(cap.yen), yen_in_english(cap.yen)
            if cap.with_uplift:
                japanese, english = f"{japanese}（上乗せを含む）", f"{english} with uplift"
            yield _term("cap", numbers.frame, cap, japanese, english, yen=cap.yen)


def _term(
    kind: TermKind,
    frame: str | None,
    fact: Scope,
    japanese: str,
    english: str,
    yen: int | None = None,
    share: float | None = None,
) -> SideTerm:
    """With the size class, sector and band that it is for."""
    for_whom = [limit for limit in (fact.size_class, fact.industry, fact.band) if limit]
    if for_whom:
        japanese += f"（{'、'.join(for_whom)}）"
        english += f" ({', '.join(map(in_english, for_whom))})"
    return SideTerm(kind, frame, japanese, english, yen, share, (fact.source,))


def _threshold(fact: ThresholdFact) -> tuple[str, str]:
    sign = _SIGNS.get(fact.op, fact.op)
    if fact.amount is None:
        said = " ".join(filter(None, (fact.name or fact.of, sign, fact.unit)))
        return said, said
    japanese, english = (
        (yen_in_japanese(round(fact.amount)), yen_in_english(round(fact.amount)))
        if fact.unit == "円"
        else (f"{decimal(fact.amount)}{fact.unit}", f"{decimal(fact.amount)} {in_english(fact.unit)}")
    )
    return f"{fact.name or fact.of} {sign} {japanese}", f"{fact.name or fact.of} {sign} {english}"


# --- money and results ----------------------------------------------------------------------------


def _years(store: Store, card: MeasureCard) -> tuple[SideYear, ...]:
    """What the latest document that prints a year and kind prints of it, and the execution of the
    programme that is the measure.
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
    executed = {
        year.year: year
        for programme in reversed(card.programmes)
        if programme.kind == _ONE_THING
        for year in executed_in(programme_card(store, programme_id(programme.id)))
    }
    return tuple(
        SideYear(year, tuple(sums[year]), told.available, told.executed, told.executed_of, told.sources)
        if (told := executed.get(year))
        else SideYear(year, tuple(sums[year]), None, None, None, ())
        for year in sorted({*sums, *executed}, key=lambda year: -(year or 0))
    )


def _result(series: FigureSeries) -> SideResult:
    aimed = series.what == "kpi"
    return SideResult(
        None,
        series.name,
        series.unit,
        tuple(
            SidePoint(
                point.year,
                point.value if aimed else None,
                None if aimed else point.value,
                point.sources,
            )
            for point in series.points
        ),
    )
