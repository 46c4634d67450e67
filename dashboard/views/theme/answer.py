"""The answer in a sentence, and its file."""

from __future__ import annotations

from html import escape

import streamlit as st

from dashboard.reading import naming
from dashboard.text import figures
from dashboard.text.words import Words
from dashboard.widgets.saving import save
from graph.files.csv_file import csv_bytes
from graph.files.spreadsheets import xlsx_bytes
from queries.themes.records import ThemeAnswer
from queries.themes.tables import members_sheet, sheets_of
from queries.themes.themes import themes


def show(words: Words, answer: ThemeAnswer) -> None:
    """How much there is, what it costs, and what the sums count."""
    total = answer.total
    count = words(
        "theme.sentence",
        ministries=f"{sum(bool(row.ministry) for row in answer.ministries):,}",
        programmes=f"{total.money.programmes:,}",
        measures=f"{total.measures:,}",
    )
    meaning = words.listed([named(words, name) for name in answer.themes])
    name = (
        answer.asked
        if meaning.casefold() == answer.asked.casefold()
        else f"{answer.asked}（{words('theme.taken_for', themes=meaning)}）"
        if words.language == "ja"
        else f"{answer.asked} ({words('theme.taken_for', themes=meaning)})"
    )
    colon = "：" if words.language == "ja" else ": "
    lines = [f"<b>{escape(name)}{colon}{escape(count)}</b>", escape(_money(words, answer))]
    pairs = words(
        "theme.pairs_found",
        between=f"{answer.between:,}",
        within=f"{len(answer.pairs) - answer.between:,}",
    )
    lines.append(escape(pairs))
    st.html(f'<div class="beside">{"<br>".join(filter(None, lines))}</div>')
    st.caption(words("theme.money_help", touched=f"{len(answer.touched):,}"))
    _files(words, answer)


def named(words: Words, theme: str) -> str:
    """The name of a theme, problem or activity in this language; words stay as typed."""
    english = {one.name: one.english for one in themes()}
    return naming.in_language(words, theme, english.get(theme) or words.name(theme))


def _money(words: Words, answer: ThemeAnswer) -> str:
    money, named = answer.total.money, answer.total.named
    if not money.with_money:
        return ""
    return words(
        "theme.money",
        year=answer.year,
        available=_about(words, money.available),
        rate=rate(words, money.execution),
        initial=_about(words, money.initial),
        supplementary=_about(words, money.supplementary),
        named=f"{named.programmes:,}",
        named_available=_about(words, named.available),
    )


def _files(words: Words, answer: ThemeAnswer) -> None:
    with st.container(horizontal=True, gap="medium"):
        save(words("save.csv"), "theme.csv", lambda: _csv(answer))
        save(words("save.xlsx"), "theme.xlsx", lambda: xlsx_bytes(sheets_of(answer)))


def _csv(answer: ThemeAnswer) -> bytes:
    sheet = members_sheet(answer)
    return csv_bytes(sheet.headings, sheet.rows)


def _about(words: Words, amount: int | None) -> str:
    return words("sheets.untold") if amount is None else figures.about(words, amount)


def rate(words: Words, share: float | None) -> str:
    """An execution rate; that it is not known where there is none."""
    return words("sheets.unknown") if share is None else f"{share:.1%}"
