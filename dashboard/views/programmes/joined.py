"""What a programme is joined with: laws, measures, programmes, and whom it paid."""

from __future__ import annotations

from html import escape

import streamlit as st

from dashboard.reading import naming
from dashboard.state import address
from dashboard.text import figures
from dashboard.text.words import Words
from dashboard.views.programmes.state import State, choose, link
from dashboard.widgets import choices, tables
from dashboard.widgets.saving import save_csv
from dashboard.widgets.tables import Cell, Table
from graph.language.yen import decimal
from queries.programmes.card import Linked, Paid, ProgrammeCard
from queries.programmes.targets import ProgrammeContract

_RECIPIENTS = 420  # pixels of the list


def _section(words: Words, name: str) -> None:
    st.html(f'<div class="section">{escape(words(f"programmes.{name}"))}</div>')


def laws(words: Words, card: ProgrammeCard) -> None:
    """The laws with their articles; each leads to the programmes that stand under it."""
    if not card.laws:
        return
    _section(words, "laws")
    rows: list[list[tables.Value]] = [
        [
            Cell(
                law.name,
                address.link("programmes", words.language, law=law.id),
                note=words.listed(list(law.how)),
            ),
            naming.places(words, law.sources),
        ]
        for law in card.laws
    ]
    headings = [words("programmes.law"), words("place.heading")]
    tables.show(Table(headings, rows, together=frozenset({1})))


def measures(words: Words, card: ProgrammeCard) -> None:
    """The measures that it pays for, with what speaks for it."""
    if not card.measures:
        return
    _section(words, "measures")
    rows: list[list[tables.Value]] = [
        [
            Cell(measure.name, address.link("measure", words.language, id=measure.id)),
            words.of("pays_for", measure.how[0]),
            words.listed([words.of("why", why) for why in measure.how[1:]]),
        ]
        for measure in card.measures
    ]
    headings = [words("measure.title"), words("programmes.how"), words("programmes.why")]
    tables.show(Table(headings, rows))


def related(words: Words, state: State, card: ProgrammeCard) -> None:
    """The programmes that its sheets name; one is shown by a click."""
    if not card.related:
        return
    _section(words, "related")
    rows: list[list[tables.Value]] = [
        [
            Cell(other.name, link(words, state, id=other.id), pick=other.id),
            _relation(words, other),
            naming.places(words, other.sources),
        ]
        for other in card.related
    ]
    headings = [words("programmes.name"), words("programmes.how"), words("place.heading")]
    html = tables.html(Table(headings, rows, together=frozenset({2})))
    choices.show(f'<div class="table">{html}</div>', "programmes_related", choose)


def _relation(words: Words, other: Linked) -> str:
    return words.listed([words.of("programme_relation", how) for how in other.how])


def recipients(words: Words, card: ProgrammeCard) -> None:
    """Whom it paid: what it paid itself first, the largest first."""
    if not card.recipients:
        return
    _section(words, "recipients")
    year = max(paid.sheet for paid in card.recipients) - 1
    st.caption(words("programmes.recipients_help", year=year))
    ordered = sorted(
        card.recipients,
        key=lambda paid: (-paid.sheet, paid.direct is False, -(paid.yen or 0), paid.id),
    )
    table = Table(
        [
            words("recipients.name"),
            words("recipients.kinds"),
            words("programmes.money.sum"),
            words("programmes.paid"),
            words("programmes.chosen"),
            words("programmes.block"),
            words("place.heading"),
        ],
        [_recipient(words, paid) for paid in ordered],
        frozenset({2}),
        together=frozenset({6}),
    )
    tables.show_listing(words, table, _RECIPIENTS)
    save_csv(table, f"programme-{card.number}-recipients", words("save.csv"))


def _recipient(words: Words, paid: Paid) -> list[tables.Value]:
    direct = {True: "direct", False: "indirect", None: "direct_unknown"}[paid.direct]
    return [
        Cell(paid.name, address.link("recipients", words.language, id=paid.id)),
        words.of("recipient_kind", paid.kind),
        (
            Cell(words("sheets.untold"), value="")
            if paid.yen is None
            else Cell(figures.yen(words, paid.yen), value=paid.yen)
        ),
        words(f"programmes.{direct}"),
        words.listed(list(dict.fromkeys(_chosen(words, each) for each in paid.contracts))),
        paid.block,
        naming.places(words, paid.sources),
    ]


def _chosen(words: Words, contract: ProgrammeContract) -> str:
    """How a recipient was chosen: the method as printed, how many bid and at which rate."""
    parts = [contract.method or words("sheets.untold")]
    if contract.bidders is not None:
        parts.append(words("programmes.bidders", n=contract.bidders))
    if contract.award_rate is not None:
        parts.append(words("programmes.award_rate", rate=decimal(contract.award_rate)))
    return " · ".join(parts)
