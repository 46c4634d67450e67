"""検索: what answers to the words of the address, counted by type; every state is a link."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from html import escape

import streamlit as st

from dashboard.frame import title
from dashboard.reading import naming
from dashboard.reading.answers import ask
from dashboard.reading.examples import EXAMPLES
from dashboard.state import address
from dashboard.state.checked import number, one_of
from dashboard.text.markdown import plain
from dashboard.text.words import Words
from dashboard.views.search import ways
from graph.errors import NotFound
from graph.schema.schema import schema
from queries.search.search import Hit, find, near_names

_CURRENT = ' aria-current="true"'
FIRST = 8  # hits of each type beside others
_ON_A_PAGE = 50  # hits of one type alone


def show(words: Words) -> None:
    """The whole page."""
    asked = address.read("q").strip()
    hits = _hits(asked)
    wrong: list[str] = []
    only = one_of("type", list(schema().nodes), wrong)
    if wrong:
        st.warning(plain(words("overlap.wrong_address", part=words.listed(wrong))))
    if not asked:
        st.html(f"<p>{escape(words('search.ask'))}</p>{_offered(words, 'examples', EXAMPLES)}")
    elif not hits:
        _nothing(words, asked)
    else:
        counts = Counter(hit.type for hit in hits)
        title.of_page(words, asked)
        st.html(_head(words, asked, counts, only))
        if only:
            _of_type(words, asked, [hit for hit in hits if hit.type == only], only)
        else:
            st.html("".join(_group(words, asked, kind, hits) for kind in _ordered(counts)))


def _hits(asked: str) -> tuple[Hit, ...]:
    """All that answers to the words, the best first."""
    try:
        return ask(find, asked, None, None) if asked else ()
    except NotFound:  # nothing to look for is left of the words
        return ()


def _ordered(counts: Counter[str]) -> list[str]:
    return [kind for kind in schema().nodes if counts[kind]]


def _link(words: Words, asked: str, kind: str = "", page: int = 1) -> str:
    return escape(
        address.link(
            "search", words.language, q=asked, type=kind, page=str(page) if page > 1 else ""
        )
    )


def _nothing(words: Words, asked: str) -> None:
    near = _near(asked)
    st.html(
        f'<p class="answer">{escape(words("search.nothing", words=asked))}</p>'
        f"<p>{escape(words('search.nothing_todo'))}</p>"
        + (_offered(words, "near", near) if near else "")
    )


def _near(asked: str) -> list[str]:
    try:
        return ask(near_names, asked)
    except NotFound:
        return []


def _offered(words: Words, caption: str, names: Sequence[str]) -> str:
    """Words to look for at a click."""
    links = "".join(
        f'<a href="{_link(words, name)}" target="_self">{escape(name)}</a>' for name in names
    )
    return f'<div class="ways"><span>{escape(words(f"search.{caption}"))}</span>{links}</div>'


def _head(words: Words, asked: str, counts: Counter[str], only: str) -> str:
    """How many there are, of all types and of each, as links to them alone."""
    kinds = [("", words("search.every_type"), counts.total())]
    kinds += [(kind, naming.type_name(words, kind), counts[kind]) for kind in _ordered(counts)]
    facets = "".join(
        f'<a href="{_link(words, asked, kind)}" target="_self"'
        f"{_CURRENT if kind == only else ''}>{escape(name)} <b>{n:,}</b></a>"
        for kind, name, n in kinds
    )
    found = words("search.found", words=asked, n=f"{counts.total():,}")
    return (
        f'<p class="answer">{escape(found)}</p><nav class="facets"'
        f' aria-label="{escape(words("search.type_label"))}">{facets}</nav>'
    )


def _group(words: Words, asked: str, kind: str, hits: Sequence[Hit]) -> str:
    """The first hits of a type, and the way to all of them."""
    of_kind = [hit for hit in hits if hit.type == kind]
    name = naming.type_name(words, kind)
    count = words("search.count", n=f"{len(of_kind):,}")
    more = words("search.all_of_type", type=name, n=f"{len(of_kind):,}")
    every = f'<a class="all" href="{_link(words, asked, kind)}" target="_self">{escape(more)}</a>'
    return (
        f'<div class="section">{escape(name)} <span class="quiet">{escape(count)}</span></div>'
        f"{_list(words, of_kind[:FIRST])}{every if len(of_kind) > FIRST else ''}"
    )


def _of_type(words: Words, asked: str, hits: Sequence[Hit], kind: str) -> None:
    """All hits of one type, page by page."""
    pages = max(1, -(-len(hits) // _ON_A_PAGE))
    page = min(number("page", 1, []) or 1, pages)
    shown = hits[(page - 1) * _ON_A_PAGE : page * _ON_A_PAGE]
    steps = [
        f'<a href="{_link(words, asked, kind, other)}" target="_self">{words(f"search.{name}")}</a>'
        for name, other in (("former", page - 1), ("next", page + 1))
        if 1 <= other <= pages
    ]
    where = f"<span>{escape(words('search.page', page=page, pages=pages))}</span>"
    pager = f'<div class="ways">{where}{"".join(steps)}</div>' if pages > 1 else ""
    st.html(f"{_list(words, shown)}{pager}")


def _list(words: Words, hits: Sequence[Hit]) -> str:
    return f'<ul class="hits">{"".join(_hit(words, hit) for hit in hits)}</ul>'


def _hit(words: Words, hit: Hit) -> str:
    name = naming.node_name(words, hit.id, hit.name)
    printed = f" <small>{escape(hit.name)}</small>" if name != hit.name else ""
    why = words.of("search.why", hit.why) if hit.why in ("title", "alias", "other") else ""
    said = f" <small>{escape(why)}</small>" if why else ""
    others = "".join(
        f' <a class="other" href="{escape(where)}" target="_self"'
        f' aria-label="{escape(f"{name}: {named}")}">{escape(named)}</a>'
        for named, where in ways.others(words, hit)
    )
    return (
        f'<li><a href="{escape(ways.page_of(words, hit))}" target="_self">{escape(name)}</a>'
        f"{printed}{said}{others}</li>"
    )
