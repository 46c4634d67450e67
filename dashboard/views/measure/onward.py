"""Where a measure leads on to: a small chart of its money, what overlaps with it, and by which
certifications one gets a bonus at it.
"""

from __future__ import annotations

from html import escape

import streamlit as st

from dashboard.reading import naming
from dashboard.reading.answers import ask
from dashboard.state import address
from dashboard.text.words import Words
from dashboard.widgets import money_chart
from graph.errors import NotFound
from queries.bonus.for_programme import bonuses_for_programme
from queries.overlap.brief import pairs_of
from queries.overlap.brief_sides import BriefSide
from queries.overlap.measure_side import measure_side

_MOST = 6  # that overlap


def show(words: Words, measure: str) -> None:
    """The three beside each other; of a measure without money the other two."""
    bars = money_chart.of_years(words, ask(measure_side, measure).years)
    *first, middle, right = st.columns([*([1.25] if bars else []), 1.4, 0.9], gap="medium")
    for left in first:
        with left:
            _section(words, "money")
            money_chart.show(words, bars)
    with middle:
        _overlaps(words, measure)
    with right:
        _bonus(words, measure)


def _section(words: Words, name: str) -> None:
    st.html(f'<div class="section">{escape(words(f"onward.{name}"))}</div>')


def _overlaps(words: Words, measure: str) -> None:
    _section(words, "overlaps")
    pairs, _ = ask(pairs_of, measure, 1)
    rows = "".join(
        f"<li>{_other(words, measure, pair.b if pair.a.id == measure else pair.a)}"
        f' <span class="quiet">{pair.grade:d} {escape(words(f"grade.{pair.grade}"))}</span></li>'
        for pair in pairs[:_MOST]
    )
    if len(pairs) > _MOST:
        rows += f"<li>{escape(words('onward.all', n=len(pairs) - _MOST))}</li>"
    if not rows:
        rows = f"<li>{escape(words('onward.no_overlaps'))}</li>"
    href = escape(address.link("compare", words.language, a=measure))
    more = f'<a href="{href}" target="_self">{escape(words("onward.compare"))}</a>'
    st.html(f'<div class="reasons"><ul>{rows}</ul>{more}</div>')


def _other(words: Words, measure: str, other: BriefSide) -> str:
    card = escape(address.link("overlap", words.language, pair=[measure, other.id]))
    beside = escape(address.link("compare", words.language, a=measure, b=other.id))
    offices = words.listed([naming.ministry_name(words, name) for name in other.ministries])
    return (
        f'<a href="{card}" target="_self">{escape(other.name)}</a>'
        f' <span class="quiet">{escape(offices)}</span>'
        f' <a href="{beside}" target="_self">{escape(words("onward.side_by_side"))}</a>'
    )


def _bonus(words: Words, measure: str) -> None:
    _section(words, "bonus")
    try:
        groups = ask(bonuses_for_programme, measure).now
    except NotFound:
        groups = ()
    number = sum(len(group.rules) for group in groups)
    if not number:
        st.caption(words("onward.no_bonus"))
        return
    href = escape(address.link("bonus", words.language, **{"for": measure}))
    said = escape(words("onward.bonus_link", n=number))
    st.html(f'<div class="ways"><a href="{href}" target="_self">{said}</a></div>')
