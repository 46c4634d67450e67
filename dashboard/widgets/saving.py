"""Buttons that save files; what is in a file is made when its button is pressed."""

from __future__ import annotations

from collections.abc import Callable

import streamlit as st

from dashboard.widgets.tables import Table, csv_bytes

_MEDIA = {
    "csv": "text/csv",
    "html": "text/html",
    "json": "application/json",
    "jsonl": "application/jsonl",
    "xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
}


def save(label: str, file: str, content: Callable[[], bytes | str], disabled: bool = False) -> None:
    """A button that saves `file`, of the kind that its ending says."""
    name, _, ending = file.rpartition(".")
    st.download_button(
        label,
        content,
        file,
        _MEDIA[ending],
        key=f"{ending}-{name}",
        on_click="ignore",
        type="tertiary",
        disabled=disabled,
    )


def save_csv(table: Table, name: str, label: str) -> None:
    """A button that saves the table as `name`.csv."""
    save(label, f"{name}.csv", lambda: csv_bytes(table))
