"""Budget and execution of one budget year by ministry."""

from __future__ import annotations

import streamlit as st

from dashboard.reading import naming
from dashboard.text import figures
from dashboard.text.words import Words
from dashboard.widgets import tables
from dashboard.widgets.saving import save_csv
from dashboard.widgets.tables import Cell, Table
from queries.programmes.money import MoneyAnswer, OfficeMoney

_SUMS = ("initial", "supplementary", "carried_over", "available", "executed")
_MORE = ("carried_on", "requested")


def show(words: Words, answer: MoneyAnswer) -> None:
    """A row a ministry, and one for all; sums in one unit."""
    year = words("programmes.year_mark", year=answer.year)
    st.html(
        f'<div class="section">{words("government.table")} <span class="quiet">{year}'
        f" {words('programmes.unit')}</span></div>"
    )
    rows = [
        _row(words, each, naming.ministry_name(words, each.ministry)) for each in answer.offices
    ]
    rows.append(_row(words, answer.total, words("money.all")))
    headings = [
        words("heat.ministry"),
        words("government.with_money"),
        *(words(f"programmes.money.{name}") for name in (*_SUMS, "execution", *_MORE)),
    ]
    whole = frozenset({0} if words.language == "ja" else ())  # English names are longer than a line
    table = Table(headings, rows, frozenset(range(1, len(headings))), together=whole)
    tables.show(table)
    save_csv(table, f"money-by-ministry-{answer.year}", words("save.csv"))


def _row(words: Words, office: OfficeMoney, name: str) -> list[tables.Value]:
    rate = office.execution
    return [
        name or words("sheets.untold"),
        office.with_money,
        *(_sum(words, office, each) for each in _SUMS),
        Cell(words("sheets.unknown"), value="")
        if rate is None
        else Cell(f"{rate:.0%}", value=rate),
        *(_sum(words, office, each) for each in _MORE),
    ]


def _sum(words: Words, office: OfficeMoney, name: str) -> Cell:
    yen: int | None = getattr(office, name)
    if yen is None:
        return Cell(words("sheets.unknown"), value="")
    return Cell(figures.column(words, yen), value=yen)
