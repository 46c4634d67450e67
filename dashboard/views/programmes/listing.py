"""The programmes that the filters leave, a page at a time; choosing one shows its card."""

from __future__ import annotations

import math
from collections.abc import Sequence

import streamlit as st

from dashboard.reading import naming
from dashboard.reading.answers import ask
from dashboard.text import figures
from dashboard.text.words import Words
from dashboard.views.programmes.state import State, change, choose, link
from dashboard.widgets import choices, pager, tables
from dashboard.widgets.saving import save
from dashboard.widgets.tables import Cell, Table, csv_bytes
from queries.programmes.card import YearOfMoney
from queries.programmes.listing import (
    ListedProgramme,
    all_programmes,
    budget_in,
    chosen,
)

_PAGE = 25  # programmes
_COLUMNS = ("name", "offices", "budget", "execution", "method", "verdict")
_FILE = (
    "number",
    "name",
    "offices",
    "laws",
    "methods",
    "budget_year",
    "budget",
    "executed_year",
    "executed",
    "execution",
    "verdict",
    "overlap",
    "id",
)


def show(words: Words, state: State) -> None:
    """How many there are and what they could spend, the table, and its file."""
    found = chosen(ask(all_programmes), state.filter, state.order)
    _heading(words, found)
    if not found:
        st.info(words("programmes.none"))
        return
    pages = math.ceil(len(found) / _PAGE)
    page = min(state.page, pages)
    shown = found[(page - 1) * _PAGE : page * _PAGE]
    html = tables.html(_table(words, state, shown))
    choices.show(f'<div class="table hits">{html}</div>', "programmes_hits", choose)
    pager.show(words, "programmes", page, pages, change)
    save(words("save.csv"), "budget-programmes.csv", lambda: csv_bytes(_file(words, found)))


def _heading(words: Words, found: Sequence[ListedProgramme]) -> None:
    year = max((each.budget.year for each in found if each.budget), default=None)
    spent = (
        words("programmes.sum", year=year, sum=figures.about(words, budget_in(found, year)))
        if year
        else ""
    )
    st.html(
        f'<div class="section">{words("programmes.count", n=f"{len(found):,}")} <span'
        f' class="quiet">{spent}</span></div>'
    )


def _table(words: Words, state: State, shown: Sequence[ListedProgramme]) -> Table:
    """The year of a sum stands in the heading where it is the same for all, else behind the sum."""
    budget_year = _same_year([each.budget for each in shown])
    spent_year = _same_year([each.spent for each in shown])
    headings = [words(f"programmes.{column}") for column in _COLUMNS]
    for column, year in ((2, budget_year), (3, spent_year)):
        if year:
            headings[column] = words("programmes.of_year", year=year, what=headings[column])
    return Table(
        headings,
        [_row(words, state, each, budget_year, spent_year) for each in shown],
        frozenset({2, 3}),
        names=frozenset({1}),
    )


def _same_year(years: Sequence[YearOfMoney | None]) -> int | None:
    told = {year.year for year in years if year}
    return told.pop() if len(told) == 1 else None


def _row(
    words: Words,
    state: State,
    each: ListedProgramme,
    budget_year: int | None,
    spent_year: int | None,
) -> list[tables.Value]:
    budget = each.budget.available if each.budget else None
    rate = each.spent.execution if each.spent else None
    return [
        Cell(
            each.name,
            link(words, state, id=each.id),
            note=words("programmes.sheet", n=each.number),
            pick=each.id,
        ),
        _offices(words, each),
        (
            Cell(words("sheets.untold"))
            if budget is None
            else Cell(
                figures.column(words, budget),
                note=f"{words('programmes.unit')} {_year(words, each.budget, budget_year)}".strip(),
            )
        ),
        Cell(
            words("sheets.unknown") if rate is None else f"{rate:.0%}",
            note=_year(words, each.spent, spent_year),
        ),
        _methods(words, each),
        Cell(
            words.of("verdict", each.verdict),
            note=words("programmes.on_overlap") if each.on_overlap else "",
        ),
    ]


def _year(words: Words, year: YearOfMoney | None, of_all: int | None) -> str:
    return words("programmes.year_mark", year=year.year) if year and not of_all else ""


def _offices(words: Words, each: ListedProgramme) -> str:
    return words.listed(
        [
            naming.node_name(words, office.id, office.name)
            + ("" if office.lead else f" ({words('programmes.too')})")
            for office in each.offices
        ]
    )


def _methods(words: Words, each: ListedProgramme) -> str:
    return words.listed([words.of("method", method) for method in each.methods])


def _file(words: Words, found: Sequence[ListedProgramme]) -> Table:
    lines: list[list[tables.Value]] = [
        [
            each.number,
            each.name,
            _offices(words, each),
            words.listed([name for _, name in each.laws]),
            _methods(words, each),
            each.budget.year if each.budget else None,
            each.budget.available if each.budget else None,
            each.spent.year if each.spent else None,
            each.spent.executed if each.spent else None,
            each.spent.execution if each.spent else None,
            words.of("verdict", each.verdict),
            words("programmes.on_overlap") if each.on_overlap else "",
            each.id,
        ]
        for each in found
    ]
    return Table([words(f"programmes_file.{heading}") for heading in _FILE], lines)
