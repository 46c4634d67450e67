"""全政府: what the review sheets hold, the money of one budget year by ministry and programme as a
treemap, and by ministry as a table.
"""

from __future__ import annotations

from functools import partial
from html import escape

import streamlit as st

from dashboard.reading.answers import ask
from dashboard.state import address
from dashboard.text import figures
from dashboard.text.markdown import plain
from dashboard.text.words import Words
from dashboard.views.overview import government_map, government_table
from dashboard.widgets import no_sheets
from queries.overview.overview import overview
from queries.programmes.listing import all_programmes
from queries.programmes.money import MoneyAnswer, money_by_office

ANCHOR = "government"  # where the map begins on its page
AREAS = ("available", "executed")


def show(words: Words) -> None:
    """The whole of it; how to get the sheets where the graph has none."""
    programmes = ask(all_programmes)
    if not programmes:
        no_sheets.show(words)
        return
    answer = _of_year()
    _tiles(words, answer)
    area = _choices(words, answer)
    government_map.show(words, programmes, answer.year or 0, area)
    government_table.show(words, answer)


def _of_year() -> MoneyAnswer:
    """The money of the year in the address, else of the latest of which is told what was
    executed.
    """
    latest = ask(money_by_office)
    wanted = address.read("year")
    of_years = {str(year): year for year in latest.years}
    return ask(money_by_office, of_years[wanted]) if wanted in of_years else latest


def _tiles(words: Words, answer: MoneyAnswer) -> None:
    counts = {counted.type: counted.count for counted in ask(overview).nodes}
    total = answer.total
    unknown = words("sheets.unknown")
    companies = sum(each.supports_companies for each in ask(all_programmes))
    listed = partial(address.link, "programmes", words.language)
    tiles = [
        (f"{counts['BudgetProgramme']:,}", words("government.tile.programmes"), listed()),
        (f"{companies:,}", words("government.tile.companies"), listed(only="companies")),
        (str(len(answer.offices)), words("government.tile.ministries"), f"#{ANCHOR}"),
        (
            unknown if total.available is None else figures.about(words, total.available),
            words("government.tile.budget", year=answer.year),
            f"#{ANCHOR}",
        ),
        (
            unknown if total.executed is None else figures.about(words, total.executed),
            words("government.tile.executed", year=answer.year),
            f"#{ANCHOR}",
        ),
        (
            f"{counts['Recipient']:,}",
            words("government.tile.recipients"),
            address.link("recipients", words.language),
        ),
        (f"{counts['Law']:,}", words("government.tile.laws"), listed()),
    ]
    st.html(
        '<div class="figures">'
        + "".join(
            f'<a href="{escape(href)}" target="_self"><b>{number}</b><span>{what}</span></a>'
            for number, what, href in tiles
        )
        + "</div>"
    )
    ways = "".join(
        f'<a href="{address.link(page, words.language)}" target="_self">'
        f"{words(f'{page}.title')}</a>"
        for page in ("programmes", "recipients")
    )
    st.html(f'<div class="ways">{ways}</div>')


def _choices(words: Words, answer: MoneyAnswer) -> str:
    """The year, and what the areas say; gives the latter. A year of which is not known what was
    executed shows what could be spent.
    """
    st.html(f'<div class="section" id="{ANCHOR}">{words("government.heading")}</div>')
    areas = AREAS if answer.total.executed is not None else AREAS[:1]
    area = address.read("area") if address.read("area") in areas else areas[0]
    st.session_state["government_year"] = answer.year
    st.session_state["government_area"] = area
    with st.container(horizontal=True, gap="medium", vertical_alignment="bottom"):
        st.selectbox(
            words("government.year"),
            answer.years,
            format_func=lambda year: words("programmes.year_mark", year=year),
            key="government_year",
            on_change=lambda: address.write({"year": str(st.session_state["government_year"])}),
            width=180,
        )
        st.segmented_control(
            words("government.shown"),
            areas,
            format_func=lambda each: words(f"government.area.{each}"),
            key="government_area",
            required=True,
            on_change=lambda: address.write({"area": st.session_state["government_area"]}),
        )
    if answer.total.executed is None:
        st.caption(plain(words("government.unknown_year", year=answer.year)))
    return area
