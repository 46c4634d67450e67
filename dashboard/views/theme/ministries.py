"""What each ministry does on a theme, as a table that can be sorted, and what measures print."""

from __future__ import annotations

from collections.abc import Sequence
from html import escape

import streamlit as st

from dashboard.reading import naming
from dashboard.text import figures
from dashboard.text.words import Words
from dashboard.views.theme.answer import rate
from dashboard.views.theme.state import SORTS, State, change, link
from dashboard.widgets import choices
from queries.themes.records import ThemeAnswer, ThemeMinistry

_COUNTS = ("programmes", "joint", "measures")
_SORT = "sort:"


def show(words: Words, state: State, answer: ThemeAnswer) -> None:
    """The table; a heading sorts it, a ministry is picked."""
    st.html(f'<div class="section">{words("theme.by_ministry")}</div>')
    st.caption(words("theme.sort_help", unit=words("theme.unit")))
    choices.show(_html(words, state, answer), "theme_ministries", _pick)
    _untold(words, answer)
    _printed(words, answer)


def _pick(what: str) -> None:
    if what.startswith(_SORT):
        change(sort=what.removeprefix(_SORT))
    else:
        change(ministry=(what,))


def _html(words: Words, state: State, answer: ThemeAnswer) -> str:
    heads = "".join(_head(words, state, name) for name in SORTS)
    rows = "".join(
        f"<tr>{_name(words, state, row)}{_cells(words, row)}</tr>"
        for row in _sorted(words, state, answer.ministries)
    )
    total = f"<td><b>{escape(words('theme.total'))}</b></td>{_cells(words, answer.total)}"
    return (
        f'<div class="table hits"><table class="facts"><thead><tr>{heads}</tr></thead>'
        f"<tbody>{rows}<tr>{total}</tr></tbody></table></div>"
    )


def _head(words: Words, state: State, name: str) -> str:
    now = state.sort == name
    order = "ascending" if name == "ministry" else "descending"
    mark = (" ▲" if name == "ministry" else " ▼") if now else ""
    kind = "" if name == "ministry" else ' class="number"'
    said = f' aria-sort="{order}"' if now else ""
    return (
        f'<th scope="col"{kind}{said}><a href="{escape(link(words, state, sort=name))}"'
        f' target="_self" data-pick="{_SORT}{name}">{escape(words(f"theme.column.{name}"))}</a>'
        f"{mark}</th>"
    )


def _name(words: Words, state: State, row: ThemeMinistry) -> str:
    if not row.ministry:
        return f"<td>{escape(words('theme.no_ministry'))}</td>"
    href = escape(link(words, state, ministry=(row.ministry,)))
    return (
        f'<td><a href="{href}" target="_self" data-pick="{escape(row.ministry)}">'
        f"{escape(naming.ministry_name(words, row.ministry))}</a></td>"
    )


def _cells(words: Words, row: ThemeMinistry) -> str:
    cells = [f"{_value(row, name) or 0:,}" for name in _COUNTS]
    cells += [
        _rate(words, row) if name == "execution" else _sum(words, row, name)
        for name in SORTS
        if name not in ("ministry", *_COUNTS)
    ]
    names = [name for name in SORTS if name != "ministry"]
    return "".join(
        f'<td class="number" data-heading="{escape(words(f"theme.column.{name}"))}">'
        f"{escape(cell)}</td>"
        for name, cell in zip(names, cells, strict=True)
    )


def _rate(words: Words, row: ThemeMinistry) -> str:
    return rate(words, row.money) if row.money.programmes else "–"


def _sum(words: Words, row: ThemeMinistry, name: str) -> str:
    if not (row.mentioning if name == "mentioning" else row.money).programmes:
        return "–"
    amount = _value(row, name)
    return words("sheets.untold") if amount is None else figures.column(words, int(amount))


def _value(row: ThemeMinistry, name: str) -> float | None:
    if name == "mentioning":
        return row.mentioning.available
    if name in ("joint", "measures"):
        count: int = getattr(row, name)
        return count
    amount: float | None = getattr(row.money, name)
    return amount


def _sorted(words: Words, state: State, rows: Sequence[ThemeMinistry]) -> Sequence[ThemeMinistry]:
    """The order that is asked for; what is not known comes last."""
    if state.sort == "ministry":
        return sorted(rows, key=lambda row: naming.ministry_name(words, row.ministry))
    known = {row.ministry: _value(row, state.sort) for row in rows}
    return sorted(rows, key=lambda row: (known[row.ministry] is None, -(known[row.ministry] or 0)))


def _untold(words: Words, answer: ThemeAnswer) -> None:
    """Of what the rate tells nothing."""
    money = answer.total.money
    not_told = money.not_told if money.not_told < money.with_money else 0
    counts = {"not_told": not_told, "moved": money.moved}
    said = [words(f"theme.{name}", n=f"{count:,}") for name, count in counts.items() if count]
    if said:
        st.caption(" ".join(said))


def _printed(words: Words, answer: ThemeAnswer) -> None:
    """What the pages of the measures print, kinds and fiscal years apart."""
    said = figures.totals(words, answer.total.printed)
    if not said:
        return
    help_ = words("theme.printed_help", paid=f"{answer.total.paid_for:,}")
    st.html(
        f'<div class="beside">{escape(words("theme.printed"))}<br>'
        f"{escape(words.listed(said))}</div>"
        f'<div class="quiet">{escape(help_)}</div>'
    )
