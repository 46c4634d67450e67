"""One recipient: what each programme paid to it, by year; what came through others apart."""

from __future__ import annotations

from collections.abc import Sequence
from html import escape

import streamlit as st

from dashboard.frame import title
from dashboard.reading import naming
from dashboard.reading.answers import ask
from dashboard.state import address
from dashboard.text import figures
from dashboard.text.words import Words
from dashboard.views.recipients.state import State, choose
from dashboard.widgets import tables
from dashboard.widgets.saving import save_csv
from dashboard.widgets.tables import Cell, Table
from queries.programmes.recipient import Payment, RecipientCard, recipient_card

_HEIGHT = 560  # pixels of a list


def show(words: Words, state: State) -> None:
    """The recipient that is chosen. Raises NotFound where there is none of that id."""
    st.button(words("recipients.back"), type="tertiary", on_click=choose, args=("",))
    card = ask(recipient_card, state.id)
    title.of_page(words, card.name)
    _title(words, card)
    for sheet in dict.fromkeys(paid.sheet for paid in card.payments):
        st.html(
            f'<div class="section">{words("recipients.year", year=sheet - 1, sheet=sheet)}</div>'
        )
        of_year = [paid for paid in card.payments if paid.sheet == sheet]
        _payments(words, "direct", [paid for paid in of_year if paid.direct is not False])
        _payments(words, "indirect", [paid for paid in of_year if paid.direct is False])
    save_csv(_table(words, card.payments), f"recipient-{card.id[10:]}", words("save.csv"))


def _title(words: Words, card: RecipientCard) -> None:
    tags = [words.of("recipient_kind", card.kind)]
    if card.corporate_number:
        tags.append(words("recipients.number", n=card.corporate_number))
    explorer = escape(address.link("explorer", words.language, id=card.id))
    st.html(
        f'<div class="measure-title">{escape(card.name)}</div><div class="tags">'
        + "".join(f"<span>{escape(tag)}</span>" for tag in tags)
        + f'</div><div class="ways" style="margin-top:.5rem"><a href="{explorer}" target="_self">'
        f"{words('programmes.explorer')}</a></div>"
    )


def _payments(words: Words, how: str, payments: Sequence[Payment]) -> None:
    """The programmes, the largest sum first; what came through others is not added up."""
    if not payments:
        return
    told = [paid.yen for paid in payments if paid.yen is not None]
    if how == "direct":
        st.html(
            f'<div class="beside"><b>{figures.yen(words, sum(told))}</b><br>'
            f"{words('recipients.direct')}</div>"
        )
    else:
        st.html(f'<div class="beside">{words("recipients.indirect")}</div>')
        st.caption(words("recipients.indirect_help"))
    tables.show_listing(words, _table(words, payments), _HEIGHT)


def _table(words: Words, payments: Sequence[Payment]) -> Table:
    rows: list[list[tables.Value]] = [
        [
            Cell(paid.name, address.link("programmes", words.language, id=paid.programme)),
            words.listed([naming.ministry_name(words, ministry) for ministry in paid.ministries]),
            (
                Cell(words("sheets.untold"), value="")
                if paid.yen is None
                else Cell(figures.yen(words, paid.yen), value=paid.yen)
            ),
            paid.block,
            naming.places(words, paid.sources),
        ]
        for paid in payments
    ]
    headings = [
        words("programmes.name"),
        words("recipients.ministry"),
        words("programmes.money.sum"),
        words("programmes.block"),
        words("place.heading"),
    ]
    return Table(headings, rows, frozenset({2}), together=frozenset({4}))
