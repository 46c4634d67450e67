"""The entry of the dashboard: language, title, icon, navigation; the pages are in `views/`."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path
from urllib.parse import unquote, urlsplit

import streamlit as st
from streamlit.navigation.page import StreamlitPage

from dashboard.frame import header, manners
from dashboard.login import lets_in
from dashboard.reading import naming
from dashboard.server import nested
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
from dashboard.views.search import page as search
from dashboard.views.sources import page as sources
from dashboard.views.start import page as start
from dashboard.views.start import tour
from dashboard.views.theme import page as theme
from graph.errors import ShisakuError

ICON = str(Path(__file__).with_name("static") / "icon.svg")
LANGUAGE_NAMES = {"ja": "日本語", "en": "English"}
PAGES = {
    "start": start.show,
    "overview": overview.show,
    "overlap": overlap.show,
    "theme": theme.show,
    "bonus": bonus.show,
    "explorer": explorer.show,
    "measure": measure.show,
    "programmes": programmes.show,
    "recipients": recipients.show,
    "search": search.show,
    "compare": compare.show,
    "changes": changes.show,
    "sources": sources.show,
}
NOT_LISTED = ("search",)  # pages that the navigation does not name
FIRST = "start"  # the page of the server's own address
# what an address says of the overview, which was the first page before
FORMERLY_FIRST = {"scope", "document", "ministry", "pillar", "office"}


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


def _language_switch(words: Words) -> None:
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
        elif name in notices.ABOUT_MEASURES and not naming.holds("Measure"):
            notices.without_measures(words)
        else:
            PAGES[name](words)
            tour.show(words)
    except ShisakuError as error:
        notices.problem(words, error)


def _asked_for() -> str:
    """The last part of the path that was asked for; empty at the server's own address."""
    return unquote(urlsplit(st.context.url or "").path.rpartition("/")[2])


def _in_vain(asked: str) -> str:
    """What the visitor asked for who got to the address of no page: that, or one below a page."""
    return address.read(nested.ASKED) if asked == nested.ABSENT else asked


def _pages(words: Words) -> list[tuple[str, StreamlitPage]]:
    """The pages with their names, and one for what the address asks for in vain: Streamlit would
    say so in English, and show the first page.
    """
    pages = [
        (name, _page(words, name, "" if name == FIRST else name, partial(_guarded, name, words)))
        for name in PAGES
    ]
    # the first page by its own name as well
    pages.append((FIRST, _page(words, FIRST, FIRST, partial(_guarded, FIRST, words))))
    if (asked := _asked_for()) and asked not in PAGES:
        absent = partial(notices.no_such_page, words, _in_vain(asked) or asked)
        pages.append(("absent", _page(words, "absent", asked, absent)))
    return pages


def _page(words: Words, name: str, path: str, shown: Callable[[], None]) -> StreamlitPage:
    """A page at a path; at the empty one the default page."""
    return st.Page(
        shown, title=words(f"{name}.title"), url_path=path or "default", default=not path
    )


def main() -> None:
    """The whole application, run anew for each click."""
    st.html(Path(__file__).with_name("style.css"))
    words = _words()
    pages = _pages(words)
    chosen = st.navigation([page for _, page in pages], position="hidden")
    st.set_page_config(
        page_title=f"{chosen.title} – {words('app.title')}", page_icon=ICON, layout="wide"
    )
    name = next(name for name, page in pages if page is chosen)
    if name == FIRST and set(st.query_params) & FORMERLY_FIRST:
        st.switch_page(dict(pages)["overview"], query_params=st.query_params.to_dict())
    manners.show(words, tuple(PAGES))
    listed = [page for page in PAGES if page not in NOT_LISTED]
    header.show(words, listed, name, partial(_language_switch, words))
    if lets_in(words):
        chosen.run()


if __name__ == "__main__":
    main()
