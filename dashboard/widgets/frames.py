"""Tables that readers sort, search and widen: Streamlit's own data frame, filled from a Table."""

from __future__ import annotations

from typing import Any

import pandas as pd
import streamlit as st

from dashboard.widgets.tables import Cell, Table, Value

_NAME = r"#(.+)$"  # what of a link's address is shown: it ends in # and the text
_ROW, _MOST = 35, 15  # pixels of a row, and rows until the frame scrolls in itself


def show(table: Table, key: str) -> None:
    """The table; columns whose cells lead somewhere are links, numbers sort as numbers. What a note
    says stands behind its cell's text.
    """
    linked = [
        column
        for column in range(len(table.headings))
        if any(isinstance(row[column], Cell) and row[column].href for row in table.rows)  # type: ignore[union-attr]
    ]
    columns: dict[str, list[Any]] = {
        heading: [_value(row[at], at in table.numeric, at in linked) for row in table.rows]
        for at, heading in enumerate(table.headings)
    }
    st.dataframe(
        pd.DataFrame(columns),
        key=key,
        hide_index=True,
        width="stretch",
        height=_ROW * (min(len(table.rows), _MOST) + 1) + 3,
        row_height=_ROW,
        column_config={
            table.headings[at]: _config(table, at, linked) for at in range(len(columns))
        },
    )


def _config(table: Table, at: int, linked: list[int]) -> Any:
    if at in linked:
        return st.column_config.LinkColumn(display_text=_NAME, width="large")
    if at in table.numeric:
        return st.column_config.NumberColumn(format="localized")
    return st.column_config.TextColumn()


def _value(value: Value, numeric: bool, linked: bool) -> str | int | float | None:
    if not isinstance(value, Cell):
        return value
    if numeric:
        return value.value if isinstance(value.value, int | float) else None
    text = " ".join(filter(None, (value.text, value.note)))
    if linked:
        return f"{value.href}#{text}" if value.href else f"#{text}"
    return text
