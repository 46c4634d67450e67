"""The entry of the dashboard: language, title, navigation; the pages are in `views/`."""

from __future__ import annotations

from functools import partial
from pathlib import Path

import streamlit as st

from dashboard.reading import naming
from dashboard.state import address
from dashboard.text.words import LANGUAGES, Words
from dashboard.views import notices
from dashboard.views.bonus import page as bonus
from dashboard.views.changes import page as changes
from dashboard.views.compare import page as compare
from dashboard.views.explorer import page as explorer
from dashboard.views.measure import page as measure
from dashboard.views.overlap import page as overlap
from dashboard.views.overview import page as overview
from dashboard.views.programmes import page as programmes
from dashboard.views.recipients import page as recipients
from dashboard.views.sources import page as sources
from dashboard.views.theme import page as theme
from graph.errors import ShisakuError

LANGUAGE_NAMES = {"ja": "日本語", "en": "English"}
PAGES = {
    "overview": overview.show,
    "overlap": overlap.show,
    "theme": theme.show,
    "bonus": bonus.show,
    "explorer": explorer.show,
    "measure": measure.show,
    "programmes": programmes.show,
    "recipients": recipients.show,
    "compare": compare.show,
    "changes": changes.show,
    "sources": sources.show,
}
ABOUT_MEASURES = ("overlap", "bonus", "measure")


def _language_chosen() -> None:
    if chosen := st.session_state.get("language_switch"):
        st.session_state["language"] = chosen
        address.write({"lang": chosen})


def _words() -> Words:
    language = address.language()
    st.session_state["language"] = language
    st.session_state["language_switch"] = language
    address.write({"lang": language})
    return Words(language)


def _header(words: Words, page: str) -> None:
    with st.container(
        horizontal=True, horizontal_alignment="distribute", vertical_alignment="center"
    ):
        st.html(
            f'<div class="masthead"><h1>{words("app.title")} <span>{page}</span></h1>'
            f'<span class="tagline">{words("app.tagline")}</span></div>',
            width="content",
        )
        st.segmented_control(
            words("app.language"),
            LANGUAGES,
            format_func=LANGUAGE_NAMES.__getitem__,
            key="language_switch",
            required=True,
            on_change=_language_chosen,
            label_visibility="collapsed",
        )


def _guarded(name: str, words: Words) -> None:
    """The page, or what to do where there is no graph to show."""
    try:
        notices.notice(words)
        if notices.is_empty():
            notices.show(words)
        elif name in ABOUT_MEASURES and not naming.holds("Measure"):
            notices.without_measures(words)
        else:
            PAGES[name](words)
    except ShisakuError as error:
        notices.problem(words, error)


def main() -> None:
    """The whole application, run anew for each click."""
    st.set_page_config(page_title="施策グラフ Shisaku Graph", layout="wide")
    st.html(Path(__file__).with_name("style.css"))
    words = _words()
    pages = [
        st.Page(
            partial(_guarded, name, words),
            title=words(f"{name}.title"),
            url_path=name,
            default=name == "overview",
        )
        for name in PAGES
    ]
    chosen = st.navigation(pages, position="top")
    _header(words, chosen.title)
    chosen.run()


if __name__ == "__main__":
    main()
