"""All that the review sheets say of one programme, each fact with its table and line."""

from __future__ import annotations

import json
from dataclasses import asdict
from html import escape
from itertools import zip_longest

import streamlit as st

from dashboard.frame import title
from dashboard.reading import naming
from dashboard.reading.answers import ask
from dashboard.state import address
from dashboard.text import figures
from dashboard.text.links import web
from dashboard.text.words import Words
from dashboard.views.programmes import joined, money, prose, reviews, targets
from dashboard.views.programmes.state import State, choose
from dashboard.widgets import tables
from dashboard.widgets.saving import save
from dashboard.widgets.tables import Cell, Table
from graph.language.shares import share
from queries.programmes.card import ProgrammeCard, programme_card
from queries.programmes.prose import described_at


def show(words: Words, state: State) -> None:
    """The programme that is chosen. Raises NotFound where there is none of that id."""
    st.button(words("programmes.back"), type="tertiary", on_click=choose, args=("",))
    card = ask(programme_card, state.id)
    title.of_page(words, card.name)
    _title(words, card)
    prose.show(words, card)
    money.show(words, card)
    left, right = st.columns(2, gap="medium")
    with left:
        _facts(words, card)
        joined.laws(words, card)
    with right:
        joined.measures(words, card)
        joined.related(words, state, card)
        reviews.show(words, card)
    targets.show(words, card)
    joined.recipients(words, card)
    save(
        words("save.json"),
        f"programme-{card.number}.json",
        lambda: json.dumps(asdict(card), ensure_ascii=False, indent=1),
    )


def _title(words: Words, card: ProgrammeCard) -> None:
    tags = [naming.node_name(words, office.id, office.name) for office in card.offices]
    tags += [words.of("method", method) for method in card.methods]
    number = words("programmes.sheet", n=card.number)
    ways = (
        f'<a href="{escape(address.link("explorer", words.language, id=card.id))}" target="_self">'
    )
    ways += f"{words('programmes.explorer')}</a>"
    compare = escape(address.link("compare", words.language, a=f"programme:{card.number}"))
    ways += f'<a href="{compare}" target="_self">{words("onward.compare")}</a>'
    if url := web(card.url):
        ways += f'<a href="{escape(url)}" target="_blank" rel="noopener">'
        ways += f"{words('programmes.described')}</a>"
    st.html(
        f'<div class="measure-title">{escape(card.name)} <span class="quiet">{number}</span></div>'
        '<div class="tags">'
        + "".join(f"<span>{escape(tag)}</span>" for tag in dict.fromkeys(tags))
        + f'</div><div class="ways" style="margin-top:.5rem">{ways}</div>'
    )


def _facts(words: Words, card: ProgrammeCard) -> None:
    """What it is: a row a fact."""
    rows: list[list[tables.Value]] = [
        [
            words(f"programmes.about.{office.type.lower()}"),
            Cell(
                naming.node_name(words, office.id, office.name),
                note="" if office.lead else words("programmes.too"),
            ),
            naming.places(words, office.sources),
        ]
        for office in card.offices
    ]
    described = described_at(card)
    methods = words.listed([words.of("method", method) for method in card.methods])
    for about, value, at in (
        ("desk", " ".join(filter(None, (card.bureau, card.division))), described),
        ("years", _years(words, card), described),
        ("method", methods, described),
        ("former", words.listed(list(card.former_names)), ()),
        ("rates", _rates(words, card), card.rates_at),
        ("caps", words.listed([figures.yen(words, cap) for cap in card.caps]), card.caps_at),
    ):
        if value:
            rows.append([words(f"programmes.about.{about}"), value, naming.places(words, at)])
    for about, texts, places in (
        ("policies", card.policies, card.policies_at),
        ("plans", card.plans, card.plans_at),
    ):
        heading = words(f"programmes.about.{about}")
        for text, place in zip_longest(texts, places):
            rows.append([heading, text, naming.places(words, [place] if place else [])])
            heading = ""  # the first of them bears it
    st.html(f'<div class="section">{words("programmes.facts")}</div>')
    headings = [words("measure.about"), words("measure.value"), words("place.heading")]
    tables.show(Table(headings, rows, together=frozenset({0, 2})))


def _years(words: Words, card: ProgrammeCard) -> str:
    """From when until when it is planned to run."""
    began = (
        words("programmes.year_mark", year=card.began)
        if card.began
        else words("programmes.began_unknown")
    )
    ends = (
        words("programmes.year_mark", year=card.ends) if card.ends else words("programmes.no_end")
    )
    return f"{began} – {ends}"


def _rates(words: Words, card: ProgrammeCard) -> str:
    return words.listed(
        [words("programmes.fixed") if rate is None else share(rate) for rate in card.rates]
    )
