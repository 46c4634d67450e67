"""What a programme counts, with what it aimed at and reached over the years."""

from __future__ import annotations

import streamlit as st

from dashboard.reading import naming
from dashboard.text.words import Words
from dashboard.widgets import tables
from dashboard.widgets.tables import Table
from graph.language.yen import decimal
from queries.programmes.card import ProgrammeCard


def show(words: Words, card: ProgrammeCard) -> None:
    """A row an indicator, a column a year: reached / aimed at. Without table 3-1 nothing."""
    if not card.targets:
        return
    years = sorted({of.year for target in card.targets for of in target.years})
    st.html(f'<div class="section">{words("programmes.targets")}</div>')
    st.caption(words("programmes.targets_help"))
    rows: list[list[tables.Value]] = []
    for target in card.targets:
        of_year = {of.year: (of.result, of.target) for of in target.years}
        series = [of_year.get(year) for year in years]
        rows.append(
            [
                target.kind,
                target.indicator,
                target.unit or "",
                *("" if of is None else " / ".join(map(_number, of)) for of in series),
                naming.places(words, (target.source,)),
            ]
        )
    headings = [words(f"programmes.{name}") for name in ("counted_kind", "counted", "counted_in")]
    last = len(headings) + len(years)
    tables.show(
        Table(
            [
                *headings,
                *(words("programmes.year_mark", year=year) for year in years),
                words("place.heading"),
            ],
            rows,
            frozenset(range(len(headings), last)),
            together=frozenset({last}),
        )
    )


def _number(value: float | None) -> str:
    return "?" if value is None else decimal(value)
