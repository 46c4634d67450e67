"""What a measure's latest page says for whom it is, what it gives and what it counts, as a side of
two that are compared has it.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from graph.language.yen import decimal, yen_in_english, yen_in_japanese
from queries.english import in_english
from queries.measure.appearance import AppearanceCard, CapFact, RateFact, ThresholdFact
from queries.measure.card import Link, MeasureCard
from queries.measure.figures import FigureSeries
from queries.measure.frames import by_frame
from queries.overlap.compared_side import SideContact, SidePoint, SideResult, SideTerm, TermKind
from queries.overlap.for_company import word

_JAPANESE = re.compile(r"[ぁ-ヿ一-鿿]")
_SIGNS = {">=": "≥", "<=": "≤"}
_VAGUE = ("years", "other")  # of what, the line alone tells
_SEE = ("（何についてかは記載の行を参照）", " (of what: see the line)")
_ONE = {"people": "person", "countries": "country"}


def terms_of_measure(card: MeasureCard) -> tuple[SideTerm, ...]:
    """For whom it is now, how it helps, and what each frame asks for and gives."""
    return tuple(_terms(card, [page for page in card.appearances if page.current]))


def _terms(card: MeasureCard, pages: Iterable[AppearanceCard]) -> Iterator[SideTerm]:
    of_kinds: tuple[tuple[TermKind, Sequence[Link]], ...] = (
        ("size", card.targets),
        ("beneficiary", card.beneficiaries),
        ("industry", card.industries),
        ("instrument", card.instruments),
    )
    for kind, links in of_kinds:
        yield from (_of_link(kind, link) for link in links if link.current)
    for page in pages:
        for applicant in page.applicants:
            name = applicant.value
            yield SideTerm("applicant", None, name, in_english(name), None, None, applicant.sources)
        yield from _numbers(page)
        for window in page.windows:
            said = f"{window.what} {window.printed}"
            yield SideTerm("window", None, said, said, None, None, (window.source,))


def _of_link(kind: TermKind, link: Link) -> SideTerm:
    return SideTerm(kind, None, link.name, in_english(link.name), None, None, link.sources)


def _numbers(page: AppearanceCard) -> Iterator[SideTerm]:
    for numbers in by_frame(page):
        for threshold in numbers.thresholds:
            vague = not threshold.name and threshold.of in _VAGUE
            japanese, english = _threshold(threshold)
            if vague:
                japanese, english = japanese + _SEE[0], english + _SEE[1]
            term = _term("threshold", numbers.frame, threshold, japanese, english)
            yield replace(term, vague=vague)
        for rate in numbers.rates:
            yield _term(
                "rate", numbers.frame, rate, rate.printed, as_quoted(rate.printed), share=rate.value
            )
        for cap in numbers.caps:
            japanese, english = yen_in_japanese(cap.yen), yen_in_english(cap.yen)
            if cap.with_uplift:
                japanese, english = f"{japanese}（上乗せを含む）", f"{english} with uplift"
            yield _term("cap", numbers.frame, cap, japanese, english, yen=cap.yen)


def as_quoted(printed: str) -> str:
    """The English of a vocabulary word, other Japanese as it is printed in 「」."""
    english = in_english(printed)
    return f"「{english}」" if english == printed and _JAPANESE.search(printed) else english


def _term(
    kind: TermKind,
    frame: str | None,
    fact: CapFact | RateFact | ThresholdFact,
    japanese: str,
    english: str,
    yen: int | None = None,
    share: float | None = None,
) -> SideTerm:
    """With the size class, sector and band that it is for."""
    for_whom = [limit for limit in (fact.size_class, fact.industry, fact.band) if limit]
    if for_whom:
        japanese += f"（{'、'.join(for_whom)}）"
        english += f" ({', '.join(map(as_quoted, for_whom))})"
    return SideTerm(kind, frame, japanese, english, yen, share, (fact.source,))


def _threshold(fact: ThresholdFact) -> tuple[str, str]:
    """employees ≥ 20 people: in Japanese and English."""
    sign, amount = _SIGNS.get(fact.op, fact.op), fact.amount
    names = (
        (fact.name, as_quoted(fact.name))
        if fact.name
        else (word("measured", fact.of, "japanese"), word("measured", fact.of, "english"))
    )
    if amount is None:
        numbers = (fact.unit, fact.unit)
    elif fact.unit == "円":
        numbers = (yen_in_japanese(round(amount)), yen_in_english(round(amount)))
    else:
        unit = in_english(fact.unit)
        if amount == 1 and unit != fact.unit:
            unit = _ONE.get(unit, unit.removesuffix("s"))
        numbers = (f"{decimal(amount)}{fact.unit}", f"{decimal(amount)} {unit}")
    japanese, english = (
        f"{name} {sign} {number}" for name, number in zip(names, numbers, strict=True)
    )
    return japanese, english


def result_of_series(series: FigureSeries) -> SideResult:
    """A series of targets or results of a measure."""
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


def contacts_of_measure(card: MeasureCard) -> tuple[SideContact, ...]:
    """Whom its latest page says to ask."""
    return tuple(
        SideContact(each.name, each.phones, each.emails, None, each.sources)
        for each in card.contacts
        if each.current
    )
