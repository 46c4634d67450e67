"""The facts of a measure card as rows: what it is about, what is known, and where it stands."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from dashboard.reading import naming
from dashboard.state import address
from dashboard.text import figures
from dashboard.text.links import web
from dashboard.text.words import Words
from dashboard.widgets.tables import Cell
from graph.language.yen import decimal
from queries.bonus.rule_book.rules import RuleCard
from queries.measure.appearance import (
    AppearanceCard,
    BudgetFact,
    CapFact,
    Scope,
    ThresholdFact,
    WindowFact,
)
from queries.measure.card import MeasureCard
from queries.measure.frames import by_frame
from queries.sources import Source


@dataclass(frozen=True)
class Fact:
    """One fact of a measure, as a row."""

    group: str
    """One of GROUPS."""
    about: str
    """What it is about, as the row says it."""
    value: Cell
    """The fact itself."""
    sources: tuple[Source, ...]
    """The lines that state it."""


_YEN = {"円": 1, "万円": 10**4, "億円": 10**8, "兆円": 10**12}
GROUPS = ("runs", "for", "money", "terms", "bonus", "more")


def facts(words: Words, card: MeasureCard) -> tuple[Fact, ...]:
    """All facts of the card, by group in the order of GROUPS."""
    known = [*_runs(words, card), *_whom(words, card), *_bonuses(words, card), *_more(words, card)]
    for page in card.appearances:
        known += [*_money(words, page), *_terms(words, page)]
    known += [*_paying(words, card), *_figures(words, card)]
    return tuple(sorted(known, key=lambda fact: GROUPS.index(fact.group)))


def _paying(words: Words, card: MeasureCard) -> Iterator[Fact]:
    """The budget programmes that pay for it, with what speaks for each."""
    for programme in card.programmes:
        kind = words.of("pays_for", programme.kind)
        why = words.listed([words.of("why", each) for each in programme.why])
        yield Fact(
            "money",
            words.of("about", "programme"),
            Cell(
                programme.name,
                address.link("programmes", words.language, id=programme.id),
                note=f"{kind} – {why}" if why else kind,
            ),
            (),
        )


def _explore(words: Words, node: str, name: str, note: str = "") -> Cell:
    return Cell(
        naming.node_name(words, node, name),
        address.link("explorer", words.language, id=node),
        note=note,
    )


def _measure(words: Words, measure: str | None, name: str, note: str = "") -> Cell:
    return Cell(
        name, address.link("measure", words.language, id=measure) if measure else None, note=note
    )


def _runs(words: Words, card: MeasureCard) -> Iterator[Fact]:
    for about, offices in (("ministry", card.ministries), ("agency", card.agencies)):
        for office in offices:
            marks = [
                words(f"measure.{mark}")
                for mark, holds in (
                    ("lead", office.lead),
                    (f"known_by_{office.known_by}", office.derived),
                    ("former", not office.current),
                )
                if holds
            ]
            yield Fact(
                "runs",
                words.of("about", about),
                _explore(words, office.id, office.name, words.listed(marks)),
                office.sources,
            )
    for body in card.bodies:
        yield Fact(
            "runs",
            words.of("about", "body"),
            _explore(words, body.id, body.name, words.of("role", body.role)),
            body.sources,
        )
    for contact in card.contacts:
        yield Fact(
            "runs",
            words.of("about", "contact"),
            _explore(words, contact.id, contact.name, " ".join([*contact.phones, *contact.emails])),
            contact.sources,
        )


def _whom(words: Words, card: MeasureCard) -> Iterator[Fact]:
    for about, links in (
        ("target", card.targets),
        ("beneficiary", card.beneficiaries),
        ("industry", card.industries),
        ("instrument", card.instruments),
    ):
        for link in links:
            yield Fact(
                "for", words.of("about", about), _explore(words, link.id, link.name), link.sources
            )
    for page in card.appearances:
        for applicant in page.applicants:
            yield Fact(
                "for",
                words.of("about", "applicant"),
                Cell(words.name(applicant.value)),
                applicant.sources,
            )
        for numbers in by_frame(page):
            for threshold in numbers.thresholds:
                yield Fact(
                    "for",
                    _of_frame(words, "threshold", numbers.frame),
                    Cell(_threshold(words, threshold), note=_scope(words, threshold)),
                    (threshold.source,),
                )


def _of_frame(words: Words, what: str, frame: str | None) -> str:
    """What a row is about, with the frame of the measure that it is of."""
    about = words.of("about", what)
    return words("measure.of_frame", what=about, frame=frame) if frame else about


def _threshold(words: Words, threshold: ThresholdFact) -> str:
    what = threshold.name or words.of("of", threshold.of)
    if threshold.amount is None:
        return f"{what} {threshold.op} {threshold.unit}"
    return (
        f"{what} {threshold.op.replace('>=', '≥').replace('<=', '≤')}"
        f" {_amount(words, threshold.amount, threshold.unit)}"
    )


def _amount(words: Words, amount: float, unit: str) -> str:
    if unit in _YEN:
        return figures.yen(words, round(amount * _YEN[unit]))
    gap = "" if words.language == "ja" or unit.startswith("%") else " "
    return f"{decimal(amount)}{gap}{words.name(unit)}"


def _money(words: Words, page: AppearanceCard) -> Iterator[Fact]:
    for budget in page.budgets:
        yield Fact("money", words.of("about", "budget"), _budget(words, budget), budget.sources)
        for measure, title in budget.shared_with:
            yield Fact(
                "money",
                words.of("about", "shared_pot"),
                _measure(words, measure, title),
                budget.sources,
            )
    for numbers in by_frame(page):
        for cap in numbers.caps:
            yield Fact(
                "money",
                _of_frame(words, "cap", numbers.frame),
                Cell(figures.yen(words, cap.yen), value=cap.yen, note=_scope(words, cap)),
                (cap.source,),
            )
        for rate in numbers.rates:
            yield Fact(
                "money",
                _of_frame(words, "rate", numbers.frame),
                Cell(rate.printed, note=_scope(words, rate)),
                (rate.source,),
            )
    for scheme in page.schemes:
        how = f"（{scheme.how}）" if scheme.how else ""
        yield Fact(
            "money",
            words.of("about", "scheme"),
            Cell(f"{scheme.payer} → {scheme.receiver}{how}"),
            (scheme.source,),
        )
    if page.schemes_left_open:
        yield Fact(
            "money",
            words.of("about", "scheme"),
            Cell(words("measure.scheme_left_open")),
            page.schemes_left_open,
        )


def _budget(words: Words, budget: BudgetFact) -> Cell:
    notes = [
        words.of("kind", budget.kind),
        budget.fiscal or (words("measure.fiscal_year", year=budget.year) if budget.year else ""),
    ]
    if budget.pot:
        notes.append(words("measure.part_of", pot=budget.pot))
    if budget.proposed:
        notes.append(words("measure.proposed"))
    if budget.previous_yen is not None:
        notes.append(words("measure.previous", sum=figures.budget(words, budget.previous_yen)))
    shown = figures.budget(words, budget.yen)
    return Cell(
        words("money.part_of", sum=shown) if budget.part_of else shown,
        value=budget.yen,
        note=words.listed(list(filter(None, notes))),
    )


def _scope(words: Words, fact: Scope) -> str:
    """For whom a number is, beside its frame; said, too, where the page says nothing of it."""
    parts = [
        words.name(fact.size_class) if fact.size_class else "",
        fact.industry or "",
        fact.band or "",
        words("measure.no_scope") if fact.scope == "none" else "",
    ]
    if isinstance(fact, CapFact) and fact.with_uplift:
        parts.append(words("measure.with_uplift"))
    return words.listed(list(filter(None, parts)))


def _window_note(window: WindowFact) -> str:
    return " ".join(filter(None, (window.frame, window.what)))


def _terms(words: Words, page: AppearanceCard) -> Iterator[Fact]:
    for window in page.windows:
        span = (
            "–".join(
                filter(None, (figures.day(words, window.opens), figures.day(words, window.closes)))
            )
            or window.printed
        )
        yield Fact(
            "terms",
            words.of("about", "window"),
            Cell(span, note=_window_note(window)),
            (window.source,),
        )
    for law in page.legal_basis:
        formal = law.name if law.name != law.law else ""
        note = " ".join(filter(None, (law.article, formal)))
        yield Fact("terms", words.of("about", "law"), Cell(law.law, note=note), (law.source,))
    for url in page.urls:
        href = web(url.value)
        yield Fact("terms", words.of("about", "url"), Cell(url.value, href), url.sources)
    for fact in page.plain:
        yield Fact("terms", words.of("about", fact.field), Cell(fact.value), (fact.source,))


def _figures(words: Words, card: MeasureCard) -> Iterator[Fact]:
    """A row for each thing that is aimed at or has come about, its years side by side."""
    for series in card.figures:
        points = [
            (
                words("measure.fiscal_year", year=point.year) if point.year else "",
                _amount(words, point.value, series.unit),
            )
            for point in series.points
        ]
        yield Fact(
            "terms",
            words.of("about", series.what),
            Cell(
                " → ".join(" ".join(filter(None, point)) for point in points),
                value=series.points[-1].value,
                note=series.name or "",
            ),
            tuple(place for point in series.points for place in point.sources),
        )


def _bonuses(words: Words, card: MeasureCard) -> Iterator[Fact]:
    for about, links in (("names", card.certifications), ("describes", card.describes)):
        for link in links:
            yield Fact(
                "bonus", words.of("about", about), _explore(words, link.id, link.name), link.sources
            )
    raising = {rule.id for rule in card.bonuses_raising}
    elsewhere = tuple(rule for rule in card.bonuses_stated if rule.id not in raising)
    for about, rules in (("bonus_raising", card.bonuses_raising), ("bonus_stated", elsewhere)):
        for rule in rules:
            yield Fact("bonus", words.of("about", about), _rule(words, rule), rule.sources)


def _rule(words: Words, rule: RuleCard) -> Cell:
    joint = words("measure.any") if rule.condition_mode == "any" else words("measure.all")
    text = (
        f"{joint.join(words.name(condition) for condition in rule.condition)} →"
        f" {words.of('benefit', rule.benefit)}"
    )
    notes = [
        rule.value or "",
        words.name(rule.size_class) if rule.size_class else "",
        words.of("status", rule.status),
    ]
    return Cell(
        text,
        address.link("explorer", words.language, id=rule.id),
        note=words.listed(list(filter(None, notes))),
    )


def _more(words: Words, card: MeasureCard) -> Iterator[Fact]:
    for related in card.related:
        yield Fact(
            "more",
            words.of("about", "related"),
            _measure(words, related.id, related.name, words.of("relation", related.relation)),
            related.sources,
        )


def used_lines(known: Sequence[Fact], document: str) -> frozenset[int]:
    """The lines of a document that a fact was read from."""
    return frozenset(
        source.line
        for fact in known
        for source in fact.sources
        if source.document == document and source.line
    )
