"""Buttons that save what a page answers: its first table as CSV, all of them as a workbook with the
question on top.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

import streamlit as st

from dashboard.text import figures
from dashboard.text.words import Words
from dashboard.widgets.saving import save, save_csv
from dashboard.widgets.tables import Table, sheet
from graph.files.csv_file import Value
from graph.files.spreadsheets import xlsx_bytes
from queries.bonus.windows import today

Asked = Sequence[tuple[str, Value]]


def save_tables(words: Words, file: str, asked: Asked, tables: Sequence[tuple[str, Table]]) -> None:
    """`asked`: what was asked, a row each above the first table; `tables`: name of the sheet and
    table, each with its own headings.
    """
    with st.container(horizontal=True, gap="medium"):
        save_csv(tables[0][1], file, words("save.csv"))
        save(words("save.xlsx"), f"{file}.xlsx", lambda: workbook(words, asked, tables))


def workbook(words: Words, asked: Asked, tables: Sequence[tuple[str, Table]]) -> bytes:
    """The workbook: what was asked, and the day in Japan, stand above the first table."""
    above = [*asked, (words("asked.day"), figures.day(words, today().isoformat()))]
    sheets = [sheet(name, table) for name, table in tables]
    return xlsx_bytes([replace(sheets[0], above=above), *sheets[1:]])
