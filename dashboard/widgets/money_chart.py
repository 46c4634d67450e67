"""A small chart of money: bars of what measures and programmes get whole; sums of which they get a
part (内数) hatched and never part of the scale.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from html import escape
from typing import Literal

import streamlit as st

from dashboard.text import figures
from dashboard.text.words import Words
from graph.schema.budget_kinds import kind_names
from queries.overlap.compared_side import SideSum, SideYear
from queries.overlap.comparison import YearBeside

_FULL = 100.0  # per cent of the column


@dataclass(frozen=True)
class Bar:
    """One sum of one kind of budget in one fiscal year."""

    label: str
    """The year and the kind."""
    side: Literal["a", "b", "one"]
    """Whose it is of two that are compared; one where there is one alone."""
    own: int | None
    """Yen that it gets whole."""
    pots: int | None
    """Yen of the larger sums of which it gets a part."""
    note: str = ""
    """What else is said of it, in small print."""


def of_years(words: Words, years: Sequence[SideYear]) -> list[Bar]:
    """The sums of one alone, the latest fiscal year first."""
    return [
        Bar(_label(words, year.year, one.kind), "one", one.own, one.pots, _draft(words, one))
        for year in years
        for one in year.sums
    ]


def of_two(words: Words, years: Sequence[YearBeside]) -> list[Bar]:
    """The sums of two, those of one fiscal year and kind under each other."""
    bars = []
    for beside in years:
        sums = [
            (side, one)
            for side, year in (("a", beside.a), ("b", beside.b))
            for one in (year.sums if year else ())
        ]
        bars += [
            Bar(
                _label(words, beside.year, kind),
                "a" if side == "a" else "b",
                one.own,
                one.pots,
                _draft(words, one),
            )
            for kind in kind_names()
            for side, one in sums
            if one.kind == kind
        ]
    return bars


def _label(words: Words, year: int | None, kind: str) -> str:
    told = words("measure.fiscal_year", year=year) if year else words("money_chart.no_year")
    return f"{told} {words.of('kind', kind)}"


def _draft(words: Words, one: SideSum) -> str:
    return words("money_chart.draft") if one.proposed else ""


def show(words: Words, bars: Sequence[Bar]) -> None:
    """The chart as it is; nothing where no sum is told."""
    if not bars:
        return
    st.html(html(words, bars))
    if any(bar.pots is not None for bar in bars):
        st.caption(words("money_chart.hatched"))


def html(words: Words, bars: Sequence[Bar]) -> str:
    """The chart as a table: the label once for all that follow each other under it, bar and sum.
    The largest own sum fills the column; without one, the largest pot does. A pot that is larger
    fades out at the column's end.
    """
    full = max((bar.own for bar in bars if bar.own), default=0) or max(
        (bar.pots for bar in bars if bar.pots), default=1
    )
    rows, before = [], ""
    two = any(bar.side != "one" for bar in bars)
    for bar in bars:
        label = "" if bar.label == before else bar.label
        before = bar.label
        side = f"<td><b>{bar.side.upper()}</b></td>" if two else ""
        for cls, yen in (("own", bar.own), ("pot", bar.pots)):
            if yen is None:
                continue
            own, pots = (yen, None) if cls == "own" else (None, yen)
            said = words.listed(figures.parts(words, own, pots, figures.budget))
            note = f' <span class="quiet">{escape(bar.note)}</span>' if bar.note else ""
            rows.append(
                f'<tr><th scope="row">{escape(label)}</th>{side}'
                f'<td class="bar {escape(bar.side)}">{_bar(cls, yen, full)}</td>'
                f'<td class="number">{escape(said)}{note}</td></tr>'
            )
            label = ""
    return (
        f'<div class="table"><table class="facts bars"><tbody>{"".join(rows)}</tbody></table></div>'
    )


def _bar(cls: str, yen: int, full: int) -> str:
    if yen <= 0:
        return ""
    wide = min(yen / full * _FULL, _FULL)
    beyond = " beyond" if cls == "pot" and yen > full else ""
    return f'<span class="{cls}{beyond}" style="width:{wide:.1f}%"></span>'
