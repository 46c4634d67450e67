"""How the two of a comparison are chosen: by words, by what overlaps, by examples."""

from __future__ import annotations

from collections.abc import Sequence
from html import escape

import streamlit as st

from dashboard.reading import naming
from dashboard.reading.answers import ask
from dashboard.state.page_state import fill, value
from dashboard.text.markdown import plain
from dashboard.text.words import Words
from dashboard.views.compare.state import SIDES, State, change, link
from dashboard.widgets import choices
from graph.errors import NotFound
from graph.store import Store
from queries.overlap.brief import BriefPair, brief_pairs, pairs_of
from queries.overlap.brief_sides import BriefSide, known_sides
from queries.overlap.comparison import thing_of
from queries.overlap.pairs import scored_pairs
from queries.programmes.ids import programme_id
from queries.search.search import Hit, find, near_names, resolve

_KINDS = ("Measure", "BudgetProgramme")
_HITS, _NEAR, _EXAMPLES = 8, 8, 3


def show(words: Words, state: State) -> None:
    """Both sides: the one that is chosen, or the words to look for it by and what they find."""
    for column, side in zip(st.columns(2, gap="medium"), SIDES, strict=True):
        with column:
            if state.chosen(side):
                _chosen(words, state, side)
            else:
                _search(words, state, side)


def _chosen(words: Words, state: State, side: str) -> None:
    one = named(state.chosen(side))
    offices = words.listed([naming.ministry_name(words, name) for name in one.ministries])
    st.html(
        f'<div class="kind">{side.upper()} {escape(naming.sheet_number(words, one.id))}</div>'
        f'<div class="card-name">{escape(one.name)}</div>'
        f'<div class="quiet">{escape(offices)}</div>'
    )
    st.button(
        words("compare.drop"),
        key=f"compare_drop_{side}",
        type="tertiary",
        on_click=change,
        kwargs={side: ""},
    )


def named(thing: str) -> BriefSide:
    """One of the two in brief."""
    return ask(known_sides, (thing,))[thing].side


def _search(words: Words, state: State, side: str) -> None:
    q = f"q{side}"
    st.text_input(
        words(f"compare.search_{side}"),
        key=fill(f"compare_{q}", state.words(side)),
        placeholder=words("compare.placeholder"),
        on_change=lambda: change(**{q: value(f"compare_{q}").strip()}),
    )
    if not state.words(side):
        return
    hits = ask(found, state.words(side))
    if not hits:
        near = ask(near_names, state.words(side), _KINDS)
        key = "compare.none" if near else "compare.none_near"
        st.caption(plain(words(key, q=state.words(side), near=words.listed(near))))
        return
    st.caption(words("compare.hits", n=len(hits)))
    links = "".join(_hit(words, state, side, hit) for hit in hits)
    choices.show(
        f'<div class="reasons"><ul>{links}</ul></div>',
        f"compare_hits_{side}",
        lambda picked: change(**{side: picked, q: ""}),
    )


def found(store: Store, words: str) -> tuple[Hit, ...]:
    """Measures and programmes by words, a programme also by the number of its sheet."""
    try:
        hits = find(store, words, _KINDS, _HITS)
    except NotFound:
        hits = ()
    if words.isdecimal():
        try:
            numbered = resolve(store, thing_of(store, words), ["BudgetProgramme"])
        except NotFound:
            return hits
        return (numbered, *(hit for hit in hits if hit.id != numbered.id))
    return hits


def _hit(words: Words, state: State, side: str, hit: Hit) -> str:
    id_ = programme_id(hit.id)
    other = {each: state.chosen(each) for each in SIDES if each != side and state.chosen(each)}
    href = escape(link(words, **{side: id_}, **other))
    kind = escape(f"{words(f'compare.kind.{hit.type}')} {id_}")
    return (
        f'<li><a href="{href}" target="_self" data-pick="{escape(id_)}">{escape(hit.name)}</a>'
        f' <span class="quiet">{kind}</span></li>'
    )


def suggest(words: Words, state: State) -> None:
    """What overlaps most with the one that is chosen; without one, pairs as examples."""
    thing = state.a or state.b
    if not thing:
        _links(words, words("compare.examples"), ask(examples))
        return
    pairs, _ = ask(pairs_of, thing, 1)
    if not pairs:
        st.caption(words("compare.no_near"))
        return
    _links(words, words("compare.near", name=named(thing).name), pairs[:_NEAR])


def _links(words: Words, heading: str, pairs: Sequence[BriefPair]) -> None:
    rows = "".join(
        f'<li><a href="{escape(link(words, a=pair.a.id, b=pair.b.id))}" target="_self">'
        f"{escape(pair.a.name)} ／ {escape(pair.b.name)}</a>"
        f' <span class="quiet">{pair.grade:d} {escape(words(f"grade.{pair.grade}"))}</span></li>'
        for pair in pairs
    )
    if rows:
        st.html(
            f'<div class="section">{escape(heading)}</div>'
            f'<div class="reasons"><ul>{rows}</ul></div>'
        )


def examples(store: Store) -> tuple[BriefPair, ...]:
    """The pairs of the highest scores; none where no pair is scored."""
    try:
        return brief_pairs(store, scored_pairs(store, limit=_EXAMPLES))
    except NotFound:
        return ()
