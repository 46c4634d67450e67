"""The questions: show, find, path, bonus."""

from __future__ import annotations

from collections.abc import Iterator

import click

from commands.options import json_option, store_option
from commands.printing import as_json, counted, places, table
from graph.errors import NotFound
from graph.store import open_store
from queries.bonuses import RuleCard, bonuses_of
from queries.measure import AppearanceCard, MeasureCard, measure_card
from queries.money import yen_in_japanese
from queries.paths import Path, paths
from queries.search import find


@click.command("find")
@click.argument("words", nargs=-1, required=True)
@click.option("--kind", "kinds", multiple=True, help="Only nodes of this type (Measure, Certification, Body …).")
@click.option("--limit", default=20, show_default=True, type=click.IntRange(1, 1000))
@store_option
@json_option
def find_command(words: tuple[str, ...], kinds: tuple[str, ...], limit: int, store: str | None, as_json_: bool) -> None:
    """Find things by words: all of them must stand in the name, an alias or a key term."""
    with open_store(store) as opened:
        hits = find(opened, " ".join(words), list(kinds) or None, limit)
    if as_json_:
        click.echo(as_json(hits))
    elif hits:
        click.echo(table([(hit.type, hit.name, hit.id) for hit in hits]))
    if not hits:
        raise NotFound(f"nothing bears the words {' '.join(words)!r}", None, "try fewer or shorter words")


@click.command("show")
@click.argument("measure")
@store_option
@json_option
def show_command(measure: str, store: str | None, as_json_: bool) -> None:
    """Everything known of a measure (its id or title), each fact with document and line."""
    with open_store(store) as opened:
        card = measure_card(opened, measure)
    click.echo(as_json(card) if as_json_ else "\n".join(_card(card)))


def _card(card: MeasureCard) -> Iterator[str]:
    yield f"{card.title}   {card.id}"
    if card.pillar:
        yield f"  pillar        {card.pillar.name}"
    for name, offices in (("ministry", card.ministries), ("agency", card.agencies)):
        for office in offices:
            yield f"  {name:13} {office.name}{' (through the body that the page names)' if office.derived else ''}   {places(office.sources)}"
    for contact in card.contacts:
        yield f"  contact       {contact.name}  {' '.join([*contact.phones, *contact.emails])}   {places(contact.sources)}"
    for body in card.bodies:
        yield f"  body          {body.name} ({body.role})   {places(body.sources)}"
    for name, links in (("for", card.targets), ("serves", card.beneficiaries), ("industry", card.industries), ("instrument", card.instruments),
                        ("names", card.certifications), ("describes", card.describes)):
        if links:
            yield f"  {name:13} {'、'.join(link.name for link in links)}   {places(dict.fromkeys(s for link in links for s in link.sources))}"
    for appearance in card.appearances:
        yield from _appearance(appearance)
    stated = {rule.id for rule in card.bonuses_stated}
    for name, rules in (("states", card.bonuses_stated), ("raised by", [rule for rule in card.bonuses_raising if rule.id not in stated])):
        for rule in rules:
            yield f"  {name:13} {_rule(rule)}"
    for other in card.related:
        yield f"  related       {other.name} ({other.relation})   {places(other.sources)}"
    if card.terms:
        yield f"  key terms     {'、'.join(term.term for term in card.terms)}"


def _appearance(a: AppearanceCard) -> Iterator[str]:
    yield f"  in {a.document}, page {a.page or '?'}, lines {a.line_start}–{a.line_end}{'  (on its summary page)' if a.highlighted else ''}"
    for b in a.budgets:
        marks = [b.fiscal or "", b.kind or "", "proposed" if b.proposed else "", f"a part of {b.pot or 'a larger sum'}" if b.part_of else "",
                 f"shared with {len(b.shared_with)} more" if b.shared_with else ""]
        yield f"    budget      {yen_in_japanese(b.yen)}  {', '.join(m for m in marks if m)}   {places(b.sources)}"
    for rate in a.rates:
        yield f"    rate        {_qualified(rate.printed, rate.frame, rate.size_class, rate.band)}   {places([rate.source])}"
    for cap in a.caps:
        yield f"    cap         {_qualified(yen_in_japanese(cap.yen), cap.frame, cap.size_class, cap.band)}{' with uplift' if cap.with_uplift else ''}   {places([cap.source])}"
    for t in a.thresholds:
        amount = "" if t.amount is None else yen_in_japanese(round(t.amount)) if t.unit == "円" else f"{t.amount:.15g}{t.unit}"
        yield f"    condition   {t.of} {t.op} {amount}{f' ({t.frame})' if t.frame else ''}   {places([t.source])}"
    if a.applicants:
        yield f"    applicants  {'、'.join(x.value for x in a.applicants)}"
    for s in a.schemes:
        yield f"    scheme      {s.payer} → {s.receiver}{f' ({s.how})' if s.how else ''}   {places([s.source])}"
    for w in a.windows:
        yield f"    window      {w.what}: {w.printed}   {places([w.source])}"
    for law in a.legal_basis:
        yield f"    law         {law.law}{law.article or ''}   {places([law.source])}"
    for figure in a.figures:
        yield f"    {figure.what:11} {figure.value:,.15g}{figure.unit}{f' ({figure.year})' if figure.year else ''}   {places([figure.source])}"
    for url in a.urls:
        yield f"    address     {url.value}   {places(url.sources)}"


def _qualified(value: str, *limits: str | None) -> str:
    said = [limit for limit in limits if limit]
    return f"{value} ({', '.join(said)})" if said else value


def _rule(rule: RuleCard) -> str:
    joint = " + " if rule.condition_mode == "all" else " / "
    raised = "、".join(r.name for r in rule.raises)
    parts = [joint.join(rule.condition), "→", rule.benefit, rule.value or "", f"[{rule.size_class}]" if rule.size_class else "", raised,
             "" if rule.status == "in_force" else f"({rule.status})"]
    return f"{' '.join(p for p in parts if p)}   {places(rule.sources)}"


@click.command("path")
@click.argument("start")
@click.argument("end")
@click.option("--max-length", default=4, show_default=True, type=click.IntRange(1, 8))
@click.option("--hubs", is_flag=True, help="Walk through types that connect everything, too (size classes, documents …).")
@click.option("--limit", default=5, show_default=True, type=click.IntRange(1, 100))
@store_option
@json_option
def path_command(start: str, end: str, max_length: int, hubs: bool, limit: int, store: str | None, as_json_: bool) -> None:
    """How two things (ids or names) hang together: the shortest paths between them."""
    with open_store(store) as opened:
        found = paths(opened, start, end, max_length, hubs, limit)
    if as_json_:
        click.echo(as_json(found))
    else:
        click.echo("\n".join(_path(path) for path in found))
    if not found:
        raise NotFound(f"no path of at most {max_length} steps between {start} and {end}", None, "allow more with --max-length, or --hubs")


def _path(path: Path) -> str:
    words = [path.nodes[0].name]
    for before, edge, node in zip(path.nodes, path.edges, path.nodes[1:], strict=False):
        arrow = f"—{edge.type}→" if edge.source == before.id else f"←{edge.type}—"
        words += [arrow, node.name]
    return f"{' '.join(words)}   {places(dict.fromkeys(s for edge in path.edges for s in edge.sources))}"




@click.command("bonus")
@click.option("--of", "certification", required=True, help="A certification, plan or declaration (くるみん, DX認定 …).")
@click.option("--all-tiers", is_flag=True, help="Every tier of its family.")
@store_option
@json_option
def bonus_command(certification: str, all_tiers: bool, store: str | None, as_json_: bool) -> None:
    """What a certification unlocks: points, tax credit, cheaper loans, each with its condition and place."""
    with open_store(store) as opened:
        found = bonuses_of(opened, certification, all_tiers)
    if as_json_:
        click.echo(as_json(found))
        return
    click.echo(f"{found.name}{'' if found.in_documents else ' (no document names it)'}: {counted(len(found.rules), 'rules')}")
    for rule in found.rules:
        click.echo(f"  {_rule(rule)}")
