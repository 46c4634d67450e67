"""The programmes or measures of a theme, ministry by ministry, with the reason why each is one."""

from __future__ import annotations

import math
from collections.abc import Sequence

import streamlit as st

from dashboard.reading import naming
from dashboard.state import address
from dashboard.text import figures
from dashboard.text.words import Words
from dashboard.views.theme.answer import rate
from dashboard.views.theme.state import State, change
from dashboard.widgets import pager, tables
from dashboard.widgets.tables import Cell, Table
from queries.programmes.ids import PROGRAMME, node_of
from queries.themes.members import Reason
from queries.themes.records import ThemeAnswer, ThemeMember
from queries.themes.things import Kind

_PAGE = 25  # members


def show(words: Words, state: State, answer: ThemeAnswer, kind: Kind) -> None:
    """A page of them; nothing where there are none."""
    found = _by_ministry(answer, kind)
    if not found:
        return
    name = f"{kind}s"
    core = sum(member.core for member in found)
    count = f"{core:,}"
    if core < len(found):
        count = words("theme.then_mentioning", core=count, n=f"{len(found) - core:,}")
    st.html(
        f'<div class="section">{words(f"theme.{name}")} <span class="quiet">{count}</span></div>'
    )
    pages = math.ceil(len(found) / _PAGE)
    page = min(state.programmes if kind == "programme" else state.measures, pages)
    tables.show_stacked(_table(words, found[(page - 1) * _PAGE : page * _PAGE], kind))
    pager.show(words, f"theme_{name}", page, pages, lambda page: change(**{name: page}))


def _by_ministry(answer: ThemeAnswer, kind: Kind) -> Sequence[ThemeMember]:
    """The core first, then in the order of the ministries and of the answer."""
    order = {row.ministry: place for place, row in enumerate(answer.ministries)}
    of_kind = [member for member in answer.members if member.kind == kind]
    return sorted(
        of_kind, key=lambda member: (not member.core, order[(member.ministries or ("",))[0]])
    )


def _table(words: Words, shown: Sequence[ThemeMember], kind: Kind) -> Table:
    headings = [words("theme.name"), words("theme.column.ministry"), words("theme.why")]
    if kind == "programme":
        headings += [
            f"{words('theme.column.available')}（{words('theme.unit')}）"
            if words.language == "ja"
            else f"{words('theme.column.available')} ({words('theme.unit')})",
            words("theme.column.execution"),
        ]
        rows = [[*_row(words, member), *_money(words, member)] for member in shown]
        return Table(headings, rows, frozenset({3, 4}), names=frozenset({1}))
    headings.append(words("theme.printed"))
    return Table(
        headings,
        [[*_row(words, member), _printed(words, member)] for member in shown],
        names=frozenset({1}),
    )


def _row(words: Words, member: ThemeMember) -> list[tables.Value]:
    lead, *others = [naming.ministry_name(words, name) for name in member.ministries] or [""]
    return [
        Cell(member.name, link(words, member.id)),
        Cell(lead or words("theme.no_ministry"), note=words.listed(others)),
        Cell(
            words.listed([_because(words, reason) for reason in member.why]),
            note="" if member.core else words("theme.mentions"),
        ),
    ]


def link(words: Words, member: str) -> str:
    """The address of the page of a member."""
    if member.startswith(PROGRAMME):
        return address.link("programmes", words.language, id=node_of(member))
    return address.link("measure", words.language, id=member)


def _because(words: Words, reason: Reason) -> str:
    return words(f"theme.because.{reason.kind}", what=words.name(reason.what))


def _money(words: Words, member: ThemeMember) -> list[tables.Value]:
    if member.year is None or member.year.available is None:
        return [Cell(words("sheets.untold")), "–"]
    return [
        Cell(figures.column(words, member.year.available)),
        rate(words, member.year),
    ]


def _printed(words: Words, member: ThemeMember) -> str:
    return words.listed(figures.totals(words, member.printed))
