"""年の流れ: the two that are compared, the answer in a sentence, and every change."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Sequence
from html import escape

import streamlit as st

from dashboard.reading import naming
from dashboard.reading.answers import ask
from dashboard.state.page_state import fill, value
from dashboard.text import figures
from dashboard.text.markdown import plain
from dashboard.text.words import Words
from dashboard.views.changes import rows
from dashboard.views.changes.rows import Row
from dashboard.views.changes.state import (
    CHANGES,
    KINDS_OF_SHEETS,
    State,
    alike,
    change,
    choices,
    current,
    is_year,
    link,
    swapped,
    year_of,
)
from dashboard.widgets import pager, sorted_tables
from dashboard.widgets.tables import Cell, Table, Value
from dashboard.widgets.workbook import save_tables
from queries.changes.diff import KINDS, Diff, diff
from queries.changes.sheets import SheetDiff, diff_of_sheets, money_of_sheets
from queries.changes.years import sheet_years
from queries.sources import Source

_PAGE = 25  # changes
_COLUMNS = ("kind", "name", "ministries", "before", "after", "yen", "places", "note")


def show(words: Words) -> None:
    """The whole page."""
    state = current()
    for part in state.wrong:
        st.warning(plain(words("changes.wrong", part=part)))
    if not state.before or not state.after:
        st.info(words("changes.too_few"))
        return
    _two(words, state)
    answer: Diff | SheetDiff
    if state.years:
        answer = ask(diff_of_sheets, *state.years)
        found = rows.of_sheets(words, answer)
        found += rows.of_money(words, ask(money_of_sheets, *state.years))
        first, second, both = answer.programmes
    else:
        answer = ask(diff, state.before, state.after)
        found = rows.of_documents(words, answer)
        first, second, both = answer.measures
    key = "changes.sentence_sheets" if state.years else "changes.sentence"
    sentence = words(
        key,
        before=named(words, state.before),
        after=named(words, state.after),
        first=f"{first:,}",
        second=f"{second:,}",
        both=f"{both:,}",
        n=f"{len(found):,}",
    )
    _answer(words, answer, sentence)
    shown = _filters(words, state, found)
    _list(words, state, shown, len(found), sentence)


def named(words: Words, name: str) -> str:
    """A document by its title and date, or the sheets of a year."""
    if is_year(name):
        return words("changes.sheets_of", year=year_of(name))
    short = naming.document_short(words, name)
    title = naming.document_title(name)
    return title if short == title else f"{title} ({short})"


def _two(words: Words, state: State) -> None:
    left, right, swap = st.columns([3, 3, 1], vertical_alignment="bottom")
    with left:
        _choice(words, "before", choices(), state.before)
    with right:
        _choice(words, "after", alike(state.before), state.after)
    with swap:
        st.button(words("changes.swap"), on_click=lambda: CHANGES.change(swapped))
    years = ask(sheet_years)
    if len(years) == 1:
        year = words("measure.fiscal_year", year=years[0])
        st.caption(words("changes.one_year", years=plain(year)))


def _choice(words: Words, name: str, options: Sequence[str], chosen: str) -> None:
    st.selectbox(
        words(f"changes.{name}"),
        options,
        format_func=lambda each: named(words, each),
        key=fill(f"changes_{name}", chosen),
        on_change=lambda: change(**{name: value(f"changes_{name}"), "kind": ()}),
    )


def _answer(words: Words, answer: Diff | SheetDiff, sentence: str) -> None:
    st.html(f'<div class="beside"><b>{escape(sentence)}</b></div>')
    if not isinstance(answer, Diff):
        return
    notes = [words("changes.help")]
    if answer.backwards:
        notes.insert(0, words("changes.backwards"))
    if answer.uncompared:
        notes.append(words("changes.uncompared", n=len(answer.uncompared)))
    st.caption(" ".join(notes))


def _filters(words: Words, state: State, found: Sequence[Row]) -> list[Row]:
    """The rows that the kinds and the ministry let through."""
    counts = Counter(row.kind for row in found)
    kinds = [kind for kind in (KINDS_OF_SHEETS if state.years else KINDS) if counts[kind]]
    offices = sorted({name for row in found for name in row.ministries})
    left, middle, right = st.columns([3, 1, 1], vertical_alignment="bottom")
    with middle:
        st.text_input(
            words("changes.search"),
            key=fill("changes_q", state.q),
            placeholder=words("changes.search_example"),
            on_change=lambda: change(q=value("changes_q").strip()),
        )
    with left:
        st.pills(
            words("changes.kinds"),
            kinds,
            selection_mode="multi",
            wrap=True,
            key=fill("changes_kind", [kind for kind in state.kind if kind in kinds]),
            format_func=lambda kind: f"{words(f'changes.kind.{kind}')} {counts[kind]:,}",
            on_change=lambda: change(kind=tuple(value("changes_kind"))),
        )
    with right:
        st.selectbox(
            words("changes.ministry"),
            ["", *offices],
            format_func=lambda name: (
                naming.ministry_name(words, name) if name else words("changes.every_ministry")
            ),
            key=fill("changes_ministry", state.ministry if state.ministry in offices else ""),
            on_change=lambda: change(ministry=value("changes_ministry")),
        )
    if state.ministry and state.ministry not in offices:
        st.warning(plain(words("changes.wrong", part=f"ministry={state.ministry}")))
    ministry = state.ministry if state.ministry in offices else ""
    return [
        row
        for row in found
        if (not state.kind or row.kind in state.kind)
        and (not ministry or ministry in row.ministries)
    ]


def _list(words: Words, state: State, shown: Sequence[Row], all_: int, sentence: str) -> None:
    if not shown:
        st.info(words("changes.none"))
        return
    whole = table(words, shown)
    order = sorted_tables.chosen(whole, _COLUMNS, state.sort, state.q)
    st.caption(words("changes.shown", n=f"{len(order):,}", all=f"{all_:,}"))
    pages = max(math.ceil(len(order) / _PAGE), 1)
    page = min(state.page, pages)
    sorted_tables.show(
        sorted_tables.of_rows(whole, order[(page - 1) * _PAGE : page * _PAGE]),
        _COLUMNS,
        state.sort,
        lambda sort: link(words, state, sort=sort, page=1),
        "changes_list",
        lambda sort: change(sort=sort),
    )
    pager.show(words, "changes", page, pages, change)
    asked: list[tuple[str, Value]] = [
        (words("asked.page"), words("changes.title")),
        (words("changes.before"), named(words, state.before)),
        (words("changes.after"), named(words, state.after)),
        (words("changes.kinds"), words.listed([words(f"changes.kind.{k}") for k in state.kind])),
        (words("changes.ministry"), state.ministry),
        (words("changes.search"), state.q),
        ("", sentence),
    ]
    held = [(name, said) for name, said in asked if said and not isinstance(said, Cell)]
    held_rows = sorted_tables.of_rows(as_file(words, shown), order)
    file = f"shisaku-changes-{state.before}-{state.after}"
    save_tables(words, file, held, [(words("changes.title"), held_rows)])


def table(words: Words, shown: Sequence[Row]) -> Table:
    """The rows as the page lists them."""
    listed: list[list[Value]] = [
        [
            words(f"changes.kind.{row.kind}"),
            Cell(row.name, row.href),
            words.listed([naming.ministry_name(words, name) for name in row.ministries]),
            row.before or "–",
            row.after or "–",
            _difference(words, row.yen),
            naming.places(words, [*row.before_at, *row.after_at]),
            row.note,
        ]
        for row in shown
    ]
    headings = [words(f"changes.column.{name}") for name in _COLUMNS]
    names = frozenset({_COLUMNS.index("ministries"), _COLUMNS.index("places")})
    numbers = frozenset({_COLUMNS.index("yen")})
    return Table(headings, listed, numbers, together=frozenset({0}), names=names)


def _difference(words: Words, yen: int | None) -> Cell:
    """What money changed by, with its sign."""
    if yen is None:
        return Cell("", value="")
    sign = "+" if yen > 0 else "−" if yen < 0 else "±"
    return Cell(f"{sign}{figures.budget(words, abs(yen))}", value=yen)


def as_file(words: Words, shown: Sequence[Row]) -> Table:
    """The rows as files hold them: pages and lines of both in columns of their own."""
    listed: list[list[Value]] = [
        [
            words(f"changes.kind.{row.kind}"),
            row.name,
            words.listed([naming.ministry_name(words, name) for name in row.ministries]),
            row.before,
            *_pages_and_lines(row.before_at),
            row.after,
            *_pages_and_lines(row.after_at),
            row.yen,
            row.note,
            row.id,
        ]
        for row in shown
    ]
    names = (
        "kind",
        "name",
        "ministries",
        "before",
        "before_page",
        "before_lines",
        "after",
        "after_page",
        "after_lines",
        "yen_file",
        "note",
        "id",
    )
    return Table([words(f"changes.column.{name}") for name in names], listed)


def _pages_and_lines(at: Sequence[Source]) -> list[Value]:
    pages = dict.fromkeys(str(page) for page in map(naming.page, at) if page)
    lines = dict.fromkeys(str(source.line) for source in at if source.line)
    return ["・".join(pages), "・".join(lines)]
