"""The question `show`: a measure or a policy item, with all that is known of it."""

from __future__ import annotations

from collections.abc import Iterator

import click

from commands.lines import rule_line
from commands.opening import open_graph
from commands.options import json_option, store_option
from commands.printing import as_json
from graph.language.yen import yen_in_japanese
from queries.bonus.rules import RuleCard
from queries.measure.card import AppearanceCard, MeasureCard, measure_card
from queries.measure.policy_items import (
    CoveredMeasure,
    ItemCard,
    ItemStep,
    item_card,
    item_of_number,
)
from queries.measure.years import Years
from queries.search.search import resolve
from queries.sources import places


@click.command("show")
@click.argument("item")
@store_option
@json_option
def show_command(item: str, store: str | None, as_json_: bool) -> None:
    """Everything known of a measure (its id or title) or a policy item (also followup-2024:⑫), each
    fact with document and line.
    """
    with open_graph(store) as opened:
        found = item_of_number(opened, item) or resolve(opened, item, ["Measure", "PolicyItem"])
        card = (
            measure_card(opened, found.id)
            if found.type == "Measure"
            else item_card(opened, found.id)
        )
    click.echo(
        as_json(card)
        if as_json_
        else "\n".join(_measure(card) if isinstance(card, MeasureCard) else _item(card))
    )


def _measure(card: MeasureCard) -> Iterator[str]:
    yield f"{card.title}   {card.id}"
    if card.pillar:
        yield f"  pillar        {card.pillar.name}"
    for name, offices in (("ministry", card.ministries), ("agency", card.agencies)):
        for office in offices:
            yield (
                f"  {name:13}"
                f" {office.name}{' (through the body that the page names)' if office.derived else ''}"
                f"   {places(office.sources)}"
            )
    for contact in card.contacts:
        yield (
            f"  contact       {contact.name}  {' '.join([*contact.phones, *contact.emails])}  "
            f" {places(contact.sources)}"
        )
    for body in card.bodies:
        yield f"  body          {body.name} ({body.role})   {places(body.sources)}"
    for name, links in (
        ("for", card.targets),
        ("serves", card.beneficiaries),
        ("industry", card.industries),
        ("instrument", card.instruments),
        ("names", card.certifications),
        ("describes", card.describes),
    ):
        if links:
            yield (
                f"  {name:13} {'、'.join(link.name for link in links)}  "
                f" {places(dict.fromkeys(s for link in links for s in link.sources))}"
            )
    for appearance in card.appearances:
        yield from _appearance(appearance)
    stated = {rule.id for rule in card.bonuses_stated}
    for name, rules in (
        ("states", card.bonuses_stated),
        ("raised by", [rule for rule in card.bonuses_raising if rule.id not in stated]),
    ):
        for rule in rules:
            yield f"  {name:13} {rule_line(rule)}   [{_span(rule)}]"
    for other in card.related:
        yield f"  related       {other.name} ({other.relation})   {places(other.sources)}"
    for kin in card.kin:
        yield (
            f"  {kin.relation.replace('_', ' '):13} {kin.title}   {kin.id}   (told in"
            f" {', '.join(kin.documents)})"
        )
    if len(card.years.tellings) > 1:
        yield from _years(card.years)
    for step in card.items:
        name = "item" if step.steps == 0 else "carrying on"
        yield f"  {'  ' * step.steps}{name:13} {_step(step)}"
    if card.terms:
        yield f"  key terms     {'、'.join(term.term for term in card.terms)}"


def _appearance(a: AppearanceCard) -> Iterator[str]:
    yield (
        f"  in {a.document}, page {a.page or '?'}, lines"
        f" {a.line_start}–{a.line_end}{'  (on its summary page)' if a.highlighted else ''}"
    )
    for b in a.budgets:
        marks = [
            b.fiscal or "",
            b.kind or "",
            "proposed" if b.proposed else "",
            f"a part of {b.pot or 'a larger sum'}" if b.part_of else "",
            "its share of the sum beside it" if b.share else "",
            f"shared with {len(b.shared_with)} more" if b.shared_with else "",
        ]
        yield (
            f"    budget      {yen_in_japanese(b.yen)}  {', '.join(m for m in marks if m)}  "
            f" {places(b.sources)}"
        )
    for rate in a.rates:
        yield (
            f"    rate        {_qualified(rate.printed, rate.frame, rate.size_class, rate.band)}  "
            f" {places([rate.source])}"
        )
    for cap in a.caps:
        yield (
            "    cap        "
            f" {_qualified(yen_in_japanese(cap.yen), cap.frame, cap.size_class, cap.band)}{' with uplift' if cap.with_uplift else ''}"
            f"   {places([cap.source])}"
        )
    for t in a.thresholds:
        amount = (
            ""
            if t.amount is None
            else yen_in_japanese(round(t.amount))
            if t.unit == "円"
            else f"{t.amount:.15g}{t.unit}"
        )
        yield (
            f"    condition   {t.of} {t.op} {amount}{f' ({t.frame})' if t.frame else ''}  "
            f" {places([t.source])}"
        )
    if a.applicants:
        yield (
            f"    applicants  {'、'.join(x.value for x in a.applicants)}  "
            f" {places(dict.fromkeys(s for x in a.applicants for s in x.sources))}"
        )
    for s in a.schemes:
        yield (
            f"    scheme      {s.payer} → {s.receiver}{f' ({s.how})' if s.how else ''}  "
            f" {places([s.source])}"
        )
    for w in a.windows:
        yield f"    window      {w.what}: {w.printed}   {places([w.source])}"
    for law in a.legal_basis:
        yield f"    law         {law.law}{law.article or ''}   {places([law.source])}"
    for figure in a.figures:
        yield (
            f"    {figure.what:11}"
            f" {figure.value:,.15g}{figure.unit}{f' ({figure.year})' if figure.year else ''}  "
            f" {places([figure.source])}"
        )
    for url in a.urls:
        yield f"    address     {url.value}   {places(url.sources)}"


def _qualified(value: str, *limits: str | None) -> str:
    said = [limit for limit in limits if limit]
    return f"{value} ({', '.join(said)})" if said else value


def _span(rule: RuleCard) -> str:
    """Since when, and up to which document, a rule is told."""
    return rule.since if rule.since == rule.as_of else f"{rule.since} to {rule.as_of}"


def _years(years: Years) -> Iterator[str]:
    yield "  over the years"
    for told in years.tellings:
        ministries = f" ({'、'.join(told.ministries)})" if told.ministries else ""
        yield (
            f"    {told.date or '?':11} {' / '.join(told.titles)}{ministries}  "
            f" {places(told.sources)}"
        )
    for money in years.money:
        marks = [
            money.kind,
            "proposed" if money.proposed else "",
            "as the year before" if money.year_before else "",
        ]
        yield (
            f"    {f'FY{money.year}' if money.year else 'no year':11}"
            f" {'at most ' if money.at_most else ''}{yen_in_japanese(money.yen)} "
            f" {', '.join(m for m in marks if m)}   {places(money.sources)}"
        )


# --- policy items ---------------------------------------------------------------------------------


def _item(card: ItemCard) -> Iterator[str]:
    yield f"{card.item_no} {card.title}   {card.id}"
    yield (
        f"  in {card.document}{f', column {card.column}' if card.column else ''}, lines"
        f" {card.line_start}–{card.line_end}"
    )
    for ministry in card.ministries:
        yield (
            f"  ministry      {ministry.name}{' (lead)' if ministry.lead else ''}  "
            f" {places(ministry.sources)}"
        )
    for measure in card.covers:
        yield f"  covers        {_covered(measure)}"
    for name, steps in (("carries on", card.earlier), ("carried on by", card.later)):
        for step in steps:
            yield f"  {'  ' * (step.steps - 1)}{name:13} {_step(step)}"
            for measure in step.covers:
                yield f"  {'  ' * step.steps}covers        {_covered(measure)}"


def _step(step: ItemStep) -> str:
    return (
        f"{' '.join(part for part in (step.document, step.column, step.item_no) if part)}"
        f" {step.title}   {step.id}   {places([step.source])}"
    )


def _covered(measure: CoveredMeasure) -> str:
    return (
        f"{measure.title}   {measure.id}   (told in {', '.join(measure.documents)})  "
        f" {places(measure.sources)}"
    )
