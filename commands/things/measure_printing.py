"""How a measure is printed for people: every fact with its places."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from commands.codes import coded
from commands.lines import rule_line, with_places
from commands.printing import padded, sums_apart, with_commas
from commands.things.item_printing import step_line
from graph.language.yen import yen_in_japanese
from graph.phrases.phrases import Phrases, say
from queries.bonus.rule_book.rules import RuleCard
from queries.measure.appearance import AppearanceCard, BudgetFact, Scope
from queries.measure.card import MeasureCard
from queries.measure.frames import FrameNumbers, by_frame
from queries.measure.years import Years
from queries.sources import Source

_KNOWN_BY = Phrases(
    {
        "page": "",
        "other_page": " (as another of its pages prints)",
        "whole": " (that of the measure of which it is a part)",
        "body": " (through the body that the page names)",
        "publisher": " (the document's publisher)",
    }
)


def measure_lines(card: MeasureCard) -> Iterator[str]:
    """All that is known of a measure."""
    yield f"{card.title}   {card.id}"
    if card.pillar:
        yield say("  pillar        {name}", name=card.pillar.name)
    yield from _offices(card)
    yield from _links(card)
    yield from _figures(card)
    for appearance in card.appearances:
        yield from _appearance(appearance)
    yield from _bonuses(card)
    yield from _other_measures(card)
    if len(card.years.versions) > 1:
        yield from _years(card.years)
    for step in card.items:
        name = say("item") if step.steps == 0 else say("carrying on")
        yield f"  {'  ' * step.steps}{padded(name, 13)} {step_line(step)}"
    if card.terms:
        yield say("  key terms     {terms}", terms="、".join(term.term for term in card.terms))


def _offices(card: MeasureCard) -> Iterator[str]:
    for name, offices in ((say("ministry"), card.ministries), (say("agency"), card.agencies)):
        for office in offices:
            known = _KNOWN_BY[office.known_by] if office.derived else ""
            yield with_places(f"  {padded(name, 13)} {office.name}{known}", office.sources)
    for contact in card.contacts:
        ways = " ".join([*contact.phones, *contact.emails])
        yield with_places(
            say("  contact       {name}  {ways}", name=contact.name, ways=ways), contact.sources
        )
    for body in card.bodies:
        yield with_places(
            say("  body          {name} ({role})", name=body.name, role=coded("role", body.role)),
            body.sources,
        )


def _links(card: MeasureCard) -> Iterator[str]:
    for name, links in (
        (say("for"), card.targets),
        (say("serves"), card.beneficiaries),
        (say("industry"), card.industries),
        (say("instrument"), card.instruments),
        (say("names"), card.certifications),
        (say("describes"), card.describes),
    ):
        if links:
            names = "、".join(link.name for link in links)
            yield with_places(
                f"  {padded(name, 13)} {names}", _of_all(link.sources for link in links)
            )


def _figures(card: MeasureCard) -> Iterator[str]:
    for series in card.figures:
        points = " → ".join(
            (say("FY{year} ", year=point.year) if point.year else "")
            + f"{point.value:,.15g}{series.unit}"
            for point in series.points
        )
        name = f"{series.name}  " if series.name else ""
        yield with_places(
            f"  {padded(coded('figure', series.what), 13)} {name}{points}",
            _of_all(point.sources for point in series.points),
        )


def _bonuses(card: MeasureCard) -> Iterator[str]:
    stated = {rule.id for rule in card.bonuses_stated}
    for name, rules in (
        (say("states"), card.bonuses_stated),
        (say("raised by"), [rule for rule in card.bonuses_raising if rule.id not in stated]),
    ):
        for rule in rules:
            yield f"  {padded(name, 13)} {rule_line(rule)}   [{_span(rule)}]"


def _span(rule: RuleCard) -> str:
    """Since when, and up to which document, a rule is told."""
    return (
        rule.since
        if rule.since == rule.as_of
        else say("{since} to {as_of}", since=rule.since, as_of=rule.as_of)
    )


def _other_measures(card: MeasureCard) -> Iterator[str]:
    for programme in card.programmes:
        why = with_commas(
            (coded("pays_for", programme.kind), *(coded("why", why) for why in programme.why))
        )
        yield say(
            "  paid by       {name} ({why})   {id}", name=programme.name, why=why, id=programme.id
        )
    for related in card.related:
        yield with_places(
            say(
                "  related       {name} ({relation})",
                name=related.name,
                relation=coded("relation", related.relation),
            ),
            related.sources,
        )
    for relative in card.relatives:
        yield (
            say(
                "  {value} {title}   {id}   (told in {documents})",
                value=padded(coded("relative", relative.relation).replace("_", " "), 13),
                title=relative.title,
                id=relative.id,
                documents=with_commas(relative.documents),
            )
        )


def _years(years: Years) -> Iterator[str]:
    yield say("  over the years")
    for version in years.versions:
        ministries = f" ({'、'.join(version.ministries)})" if version.ministries else ""
        yield with_places(
            f"    {version.date or '?':11} {' / '.join(version.titles)}{ministries}",
            version.sources,
        )
    for money in years.money:
        marks = [
            coded("kind", money.kind),
            say("proposed") if money.proposed else "",
            say("as the year before") if money.year_before else "",
        ]
        year = say("FY{year}", year=money.year) if money.year else say("no year")
        yield with_places(
            f"    {padded(year, 11)} {sums_apart(money.own, money.pots)}  {_listed(marks)}",
            money.sources,
        )


# --- one document's page --------------------------------------------------------------------------


def _appearance(card: AppearanceCard) -> Iterator[str]:
    highlighted = say("  (on its summary page)") if card.highlighted else ""
    yield (
        say(
            "  in {document}, page {page}, lines {line_start}–{line_end}{highlighted}",
            document=card.document,
            page=card.page or "?",
            line_start=card.line_start,
            line_end=card.line_end,
            highlighted=highlighted,
        )
    )
    yield from _money(card)
    yield from _conditions(card)
    for scheme in card.schemes:
        how = f" ({scheme.how})" if scheme.how else ""
        yield with_places(
            say(
                "    scheme      {payer} → {receiver}{how}",
                payer=scheme.payer,
                receiver=scheme.receiver,
                how=how,
            ),
            [scheme.source],
        )
    if card.schemes_left_open:
        yield with_places(
            say("    scheme      drawn, but the text leaves open who is paid"),
            card.schemes_left_open,
        )
    for window in card.windows:
        what = " ".join(filter(None, (window.frame, window.what)))
        yield with_places(
            say("    window      {what}: {printed}", what=what, printed=window.printed),
            [window.source],
        )
    for law in card.legal_basis:
        formal = f" ({law.name})" if law.name != law.law else ""
        yield with_places(
            say(
                "    law         {law}{article}{formal}",
                law=law.law,
                article=law.article or "",
                formal=formal,
            ),
            [law.source],
        )
    for url in card.urls:
        yield with_places(say("    address     {value}", value=url.value), url.sources)
    for fact in card.plain:
        yield with_places(
            f"    {padded(coded('fact', fact.field), 11)} {fact.value}", [fact.source]
        )


def _money(card: AppearanceCard) -> Iterator[str]:
    for budget in card.budgets:
        marks = [
            budget.fiscal or "",
            coded("kind", budget.kind),
            say("proposed") if budget.proposed else "",
            say("of {pot}", pot=budget.pot) if budget.pot else "",
            say("its share of the sum beside it") if budget.share else "",
            say("shared with {shared_with} more", shared_with=len(budget.shared_with))
            if budget.shared_with
            else "",
        ]
        yield with_places(
            say("    budget      {budget}  {marks}", budget=_budget(budget), marks=_listed(marks)),
            budget.sources,
        )


def _frame(numbers: FrameNumbers) -> Iterator[str]:
    """What a frame gives and asks for, under its name."""
    if numbers.frame:
        yield say("    frame       {frame}", frame=numbers.frame)
    indent = "      " if numbers.frame else "    "
    for threshold in numbers.thresholds:
        amount = _amount(threshold.amount, threshold.unit)
        condition = _for_whom(
            f"{threshold.name or coded('bonus.number', threshold.of)} {threshold.op} {amount}",
            threshold,
        )
        yield with_places(
            say("{indent}condition   {condition}", indent=indent, condition=condition),
            [threshold.source],
        )
    for rate in numbers.rates:
        yield with_places(
            say(
                "{indent}rate        {printed}",
                indent=indent,
                printed=_for_whom(rate.printed, rate),
            ),
            [rate.source],
        )
    for cap in numbers.caps:
        uplift = say(" with uplift") if cap.with_uplift else ""
        limit = _for_whom(yen_in_japanese(cap.yen), cap)
        yield with_places(
            say("{indent}cap         {limit}{uplift}", indent=indent, limit=limit, uplift=uplift),
            [cap.source],
        )


def _budget(budget: BudgetFact) -> str:
    return sums_apart(None, budget.yen) if budget.part_of else sums_apart(budget.yen, None)


def _conditions(card: AppearanceCard) -> Iterator[str]:
    for numbers in by_frame(card):
        yield from _frame(numbers)
    if card.applicants:
        kinds = "、".join(kind.value for kind in card.applicants)
        yield with_places(
            say("    applicants  {kinds}", kinds=kinds),
            _of_all(kind.sources for kind in card.applicants),
        )


def _amount(amount: float | None, unit: str | None) -> str:
    if amount is None:
        return ""
    return yen_in_japanese(round(amount)) if unit == "円" else f"{amount:.15g}{unit}"


def _for_whom(value: str, scope: Scope) -> str:
    """The number with the size class, sector and band that it is for; the frame stands above."""
    stated = [limit for limit in (scope.size_class, scope.industry, scope.band) if limit]
    if not stated and scope.scope == "none":
        return say("{value} (no frame or size given)", value=value)
    return f"{value} ({with_commas(stated)})" if stated else value


def _listed(marks: Iterable[str]) -> str:
    return with_commas(mark for mark in marks if mark)


def _of_all(sources: Iterable[Iterable[Source]]) -> Iterable[Source]:
    """The places of several facts, each once."""
    return dict.fromkeys(source for of_one in sources for source in of_one)
