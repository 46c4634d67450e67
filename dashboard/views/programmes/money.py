"""The money of a programme by budget year: what could be spent, of what parts, and what was."""

from __future__ import annotations

from collections.abc import Sequence

import streamlit as st

from dashboard.reading import naming
from dashboard.text.markdown import plain
from dashboard.text.words import Words
from dashboard.widgets import money_chart, tables
from dashboard.widgets.money_chart import Bar
from dashboard.widgets.saving import save_csv
from dashboard.widgets.tables import Cell, Table
from queries.programmes.card import ProgrammeCard, YearOfMoney

PARTS = ("initial", "supplementary", "carried_over", "reserve")
_COLUMNS = (*PARTS, "available", "executed", "execution", "carried_on", "requested")
_UNITS = {  # yen in one -> how it is called
    "ja": ((10**12, "兆円"), (10**8, "億円"), (10**4, "万円"), (1, "円")),
    "en": ((10**12, "¥ tn"), (10**9, "¥ bn"), (10**6, "¥ m"), (1, "¥")),
}
_CUT = 10**6  # yen; sums in units from there on are cut to two decimals


def show(words: Words, card: ProgrammeCard) -> None:
    """The chart, and the table with what it leaves out and where each year stands."""
    if not card.money:
        return
    st.html(f'<div class="section">{words("programmes.money.heading")}</div>')
    yen, unit = _unit(words, card.money)
    st.caption(plain(words("programmes.money.help", unit=unit)))
    left, right = st.columns([1, 1.9], gap="medium")
    with left:
        money_chart.show(words, bars(words, card.money))
    with right:
        tables.show(_table(words, card, yen))
        save_csv(_file(words, card), f"programme-{card.number}-money", words("save.csv"))


def _unit(words: Words, money: Sequence[YearOfMoney]) -> tuple[int, str]:
    """The unit in which the largest sum has at least one digit before the point."""
    sums = (year for of_year in money for year in (of_year.available, of_year.executed))
    most = max((abs(each) for each in sums if each), default=1)
    units = _UNITS[words.language]
    return next(unit for unit in units if most >= unit[0] or unit == units[-1])


def bars(words: Words, money: Sequence[YearOfMoney]) -> list[Bar]:
    """Of each year, the latest first, what could be spent, and what was executed with the rate;
    what is not told has no bar.
    """
    drawn = []
    for year in sorted(money, key=lambda one: one.year, reverse=True):
        for name, yen in (("available", year.available), ("executed", year.executed)):
            if yen is not None:
                label = f"{_named(words, year.year)} {words(f'programmes.money.{name}')}"
                note = _rate(words, year) if name == "executed" else ""
                drawn.append(Bar(label, "one", yen, None, note))
    return drawn


def _named(words: Words, year: int) -> str:
    return words("programmes.year_mark", year=year)


def _rate(words: Words, year: YearOfMoney) -> str:
    if year.execution is not None:
        return f"{year.execution:.0%}"
    return words("sheets.unknown") if year.executed is None else "–"


def _table(words: Words, card: ProgrammeCard, yen: int) -> Table:
    """A row a year, the latest first, in the chart's unit."""
    rows: list[list[tables.Value]] = [
        [
            str(year.year),
            *(
                _rate(words, year) if name == "execution" else _sum(words, card, year, name, yen)
                for name in _COLUMNS
            ),
            Cell(naming.places(words, [year.source])),
        ]
        for year in card.money
    ]
    headings = [words(f"programmes.money.{name}") for name in ("year", *_COLUMNS)]
    place = len(_COLUMNS) + 1
    return Table(
        [*headings, words("place.heading")],
        rows,
        frozenset(range(1, place)),
        together=frozenset({place}),
    )


def _sum(words: Words, card: ProgrammeCard, year: YearOfMoney, name: str, yen: int) -> str:
    """A sum; of the year of the latest sheet what is not told is not known yet."""
    amount: int | None = getattr(year, name)
    if amount is not None:
        return f"{amount / yen:,.0f}" if yen < _CUT or not amount else f"{amount / yen:,.2f}"
    return words("sheets.unknown" if year.year >= max(card.sheets) else "sheets.untold")


def _file(words: Words, card: ProgrammeCard) -> Table:
    return Table(
        [words(f"programmes.money.{name}") for name in ("year", *_COLUMNS)]
        + [words("place.document"), words("place.heading")],
        [
            [
                year.year,
                *(getattr(year, name) for name in _COLUMNS),
                year.source.document,
                year.source.line,
            ]
            for year in card.money
        ],
    )
