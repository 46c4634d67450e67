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
from queries.programmes.card import YearOfMoney
from queries.themes.money import ProgrammeMoney
from queries.themes.records import ThemeAnswer, ThemeMinistry
from queries.themes.tables import members_sheet, sheets_of
from queries.themes.themes import themes


def show(words: Words, answer: ThemeAnswer) -> None:
    """How much there is, what it costs, and what the sums count."""
    total = answer.total
    count = words(
        "theme.sentence",
        ministries=f"{sum(map(_of_ministry, answer.ministries)):,}",
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
    lines = [
        f"<b>{escape(name)}{colon}{escape(count)}</b>",
        escape(_money(words, answer)),
        escape(_besides(words, answer)),
    ]
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
    money = answer.total.money
    if not money.with_money:
        return ""
    return words(
        "theme.money",
        year=answer.year,
        available=_about(words, money.available),
        rate=rate(words, money),
        initial=_about(words, money.initial),
        supplementary=_about(words, money.supplementary),
    )


def _besides(words: Words, answer: ThemeAnswer) -> str:
    """What mentions the theme and is of something else."""
    others, measures = answer.total.mentioning, answer.total.measures_mentioning
    if not others.programmes and not measures:
        return ""
    return words(
        "theme.besides",
        programmes=f"{others.programmes:,}",
        measures=f"{measures:,}",
        available=_about(words, others.available),
    )


def _of_ministry(row: ThemeMinistry) -> bool:
    return bool(row.ministry and (row.money.programmes or row.measures))


def _files(words: Words, answer: ThemeAnswer) -> None:
    with st.container(horizontal=True, gap="medium"):
        save(words("save.csv"), "theme.csv", lambda: _csv(words, answer))
        save(words("save.xlsx"), "theme.xlsx", lambda: _xlsx(words, answer))


def _xlsx(words: Words, answer: ThemeAnswer) -> bytes:
    return xlsx_bytes(sheets_of(answer, words.language))


def _csv(words: Words, answer: ThemeAnswer) -> bytes:
    sheet = members_sheet(answer, words.language)
    return csv_bytes(sheet.headings, sheet.rows)


def _about(words: Words, amount: int | None) -> str:
    return words("sheets.untold") if amount is None else figures.about(words, amount)


def rate(words: Words, money: ProgrammeMoney | YearOfMoney) -> str:
    """An execution rate: – where nothing could be spent, else that it is not known where it is not
    told.
    """
    if money.execution is None:
        told = not money.available and money.executed is not None
        return "–" if told else words("sheets.unknown")
    return f"{money.execution:.1%}"
