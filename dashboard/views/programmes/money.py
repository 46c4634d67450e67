"""The money of a programme by budget year: what could be spent, of what parts, and what was."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import altair as alt
import pandas as pd
import streamlit as st

from dashboard.reading import naming
from dashboard.text import figures
from dashboard.text.markdown import plain
from dashboard.text.words import Words
from dashboard.widgets import tables
from dashboard.widgets.saving import save_csv
from dashboard.widgets.tables import Cell, Table
from queries.programmes.card import ProgrammeCard, YearOfMoney

PARTS = ("initial", "supplementary", "carried_over", "reserve")
_COLUMNS = (*PARTS, "available", "executed", "execution", "carried_on", "requested")
_COLOURS = {
    "light": ("#0b5fa5", "#6aaee6", "#c98a00", "#8a949e", "#2e7d4f"),
    "dark": ("#6db3f2", "#2f6fa8", "#e0b04a", "#97a3b0", "#63c485"),
}
_INK = {"light": "#1b2733", "dark": "#e6ebf0"}
_UNITS = {  # yen in one -> how it is called
    "ja": ((10**12, "兆円"), (10**8, "億円"), (10**4, "万円"), (1, "円")),
    "en": ((10**12, "¥ tn"), (10**9, "¥ bn"), (10**6, "¥ m"), (1, "¥")),
}
_CUT = 10**6  # yen; sums in units from there on are cut to two decimals
_HEIGHT = 280


def show(words: Words, card: ProgrammeCard) -> None:
    """The chart, and the table with what it leaves out and where each year stands."""
    if not card.money:
        return
    st.html(f'<div class="section">{words("programmes.money.heading")}</div>')
    yen, unit = _unit(words, card.money)
    st.caption(plain(words("programmes.money.help", unit=unit)))
    left, right = st.columns([1, 1.9], gap="medium")
    with left:
        st.altair_chart(chart(words, card.money, yen, unit), width="stretch")
    with right:
        tables.show(_table(words, card, yen))
        save_csv(_file(words, card), f"programme-{card.number}-money", words("save.csv"))


def _unit(words: Words, money: Sequence[YearOfMoney]) -> tuple[int, str]:
    """The unit in which the largest sum has at least one digit before the point."""
    sums = (year for of_year in money for year in (of_year.available, of_year.executed))
    most = max((abs(each) for each in sums if each), default=1)
    units = _UNITS[words.language]
    return next(unit for unit in units if most >= unit[0] or unit == units[-1])


def chart(words: Words, money: Sequence[YearOfMoney], yen: int, unit: str) -> alt.LayerChart:
    """A bar a year of the parts of what could be spent, one of what was executed beside it; above
    that the execution rate, or that it is not known.
    """
    ground = "dark" if st.context.theme.type == "dark" else "light"
    years = [_named(words, year) for year in sorted(year.year for year in money)]
    names = [words(f"programmes.money.{part}") for part in (*PARTS, "executed")]
    x = alt.X("year:N", sort=years, title=None, axis=alt.Axis(labelAngle=0, labelFontSize=12))
    side = alt.XOffset("side:N", sort=["budget", "executed"])
    bars = (
        alt.Chart(pd.DataFrame(_bars(words, money, yen)))
        .mark_bar()
        .encode(
            x=x,
            xOffset=side,
            y=alt.Y("sum:Q", title=unit, stack="zero", axis=alt.Axis(labelFontSize=11)),
            color=alt.Color(
                "part:N",
                scale=alt.Scale(domain=names, range=list(_COLOURS[ground])),
                legend=alt.Legend(orient="bottom", title=None, columns=3, labelFontSize=12),
            ),
            order="rank:Q",
            tooltip=[
                alt.Tooltip("year:N", title=words("programmes.money.year")),
                alt.Tooltip("part:N", title=words("programmes.money.part")),
                alt.Tooltip("shown:N", title=words("programmes.money.sum")),
            ],
        )
    )
    above = (
        alt.Chart(pd.DataFrame(_above(words, money, yen)))
        .mark_text(baseline="bottom", dy=-3, fontSize=11, color=_INK[ground])
        .encode(x=x, xOffset=side, y="sum:Q", text="shown:N")
    )
    layers: alt.LayerChart = (bars + above).properties(height=_HEIGHT)
    return layers


def _bars(words: Words, money: Sequence[YearOfMoney], yen: int) -> list[dict[str, Any]]:
    """A row a part of a year; what is not told has none."""
    rows = []
    for year in money:
        for rank, part in enumerate((*PARTS, "executed")):
            if amount := getattr(year, part):
                rows.append(
                    {
                        "year": _named(words, year.year),
                        "side": "executed" if part == "executed" else "budget",
                        "part": words(f"programmes.money.{part}"),
                        "rank": rank,
                        "sum": amount / yen,
                        "shown": figures.budget(words, amount),
                    }
                )
    return rows or [{"year": _named(words, money[0].year), "side": "budget", "sum": 0}]


def _above(words: Words, money: Sequence[YearOfMoney], yen: int) -> list[dict[str, Any]]:
    """What stands above the bar of what was executed."""
    return [
        {
            "year": _named(words, year.year),
            "side": "executed",
            "sum": max(year.executed or 0, 0) / yen,
            "shown": "?" if year.executed is None else _rate(words, year),
        }
        for year in money
    ]


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
