"""加点パス: what a company's certifications and deeds unlock, what one more step would unlock, and
where it is stated.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from functools import partial

import streamlit as st

from dashboard.picture import component
from dashboard.reading.answers import ask
from dashboard.state.page_state import fill, value
from dashboard.text.markdown import plain
from dashboard.text.words import Words
from dashboard.views.bonus import answer, calls, card, form, picture, tables, wording
from dashboard.views.bonus.state import VIEWS, State, Unknown, change, current
from dashboard.views.bonus.unlocked import UnlockedRules, unlocked_rules
from dashboard.views.bonus.view import View, view, view_of
from queries.bonus.company_size import ContradictionError
from queries.bonus.profile import NUMBERS
from queries.bonus.rule_book.book import RuleBook, rule_book


def show(words: Words) -> None:
    """The whole page."""
    book = ask(rule_book)
    state, shown = _with_chosen(book, current(book))
    _unknown(words, state)
    with st.container(key="bonus_page"):
        left, right = st.columns([0.95, 4.3], gap="medium")
    try:
        unlocked = unlocked_rules(book, state.profile, state.step, calls.on(state))
    except ContradictionError as wrong:
        with left:
            form.show(words, book, state, wrong)
        with right:
            _contradiction(words, state, wrong)
        return
    with left:
        form.show(words, book, state)
    with right:
        answer.show(words, unlocked)
        tables.show(words, state, unlocked)
    st.html(f'<div class="section">{words("bonus_answer.picture")}</div>')
    drawn, beside = st.columns([2.6, 1.4], gap="medium")
    with drawn:
        _picture(words, state, shown, unlocked)
    with beside:
        card.card(words, unlocked, shown, state.chosen)


def _with_chosen(book: RuleBook, state: State) -> tuple[State, View]:
    """The state with the view in which what is chosen stands, and what that view shows; what stands
    in none is named as unknown.
    """
    views = {name: view(book, name) for name in dict.fromkeys((state.view, *VIEWS))}
    for name, shown in views.items():
        node = shown.holder(state.chosen)
        if not state.chosen or node in (*shown.requirements, *shown.bundles, *shown.raised):
            return replace(state, view=name, chosen=node), shown
    return (
        replace(state, chosen="", unknown=(*state.unknown, Unknown(state.chosen))),
        views[state.view],
    )


def _unknown(words: Words, state: State) -> None:
    """One line for each thing that nothing answers to; what is not named is answered for."""
    for unknown in state.unknown:
        lines = [words("bonus.unknown", text=unknown.text)]
        if unknown.near:
            lines.append(words("bonus.near", names=words.listed(list(unknown.near))))
        st.warning(plain(" ".join(lines)))


def _contradiction(words: Words, state: State, wrong: ContradictionError) -> None:
    """One line, and the ways out of it."""
    st.error(
        plain(f"{wording.contradiction(words, wrong)} {words('bonus.contradiction.ways_out')}")
    )
    with st.container(horizontal=True):
        st.button(
            words("bonus.without_size"),
            on_click=change,
            args=(lambda state: state.with_profile(size=()),),
        )
        if state.profile.numbers():
            st.button(
                words("bonus.without_numbers"),
                on_click=change,
                args=(lambda state: state.with_profile(**dict.fromkeys(NUMBERS)),),
            )


def _picture(words: Words, state: State, shown: View, unlocked: UnlockedRules) -> None:
    card.legend(words, unlocked)
    access = {
        name: [
            unlocked.access[rule.id]
            for rule in unlocked.book.rules.values()
            if view_of(rule) == name and rule.status == "in_force"
        ]
        for name in VIEWS
    }
    fill("bonus_view", state.view)
    st.pills(
        words("bonus.view_label"),
        VIEWS,
        key="bonus_view",
        required=True,
        wrap=True,
        label_visibility="collapsed",
        format_func=lambda name: _named(words, name, access[name]),
        on_change=_viewed,
    )
    data = picture.data(words, state.view, shown, unlocked, state.chosen, state.pins)
    component.show(data, "bonus_picture", data["height"], _picked)
    st.caption(words("bonus.help"))


def _named(words: Words, name: str, access: Sequence[str]) -> str:
    """A part of the picture, with how many of its rules in force are unlocked, and how many the
    next step adds.
    """
    more = f" +{access.count('step')}" if "step" in access else ""
    return f"{words(f'bonus.view.{name}')} {access.count('unlocked')}{more}/{len(access)}"


def _viewed() -> None:
    name = value("bonus_view")
    change(lambda state: replace(state, view=name, chosen="", pins=()))


def _picked() -> None:
    picked = component.picked("bonus_picture")
    if picked and picked.act == "pin":
        change(partial(replace, pins=picked.pins))
    elif picked:
        node = picked.id if picked.kind == "node" else picture.bundle_of(picked.id)
        change(partial(_choose, node=node))


def _choose(state: State, node: str) -> State:
    return replace(state, chosen=node)
