"""加点パス: what a company's certifications and deeds unlock, what one more step would light, and
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
from dashboard.views.bonus import card as bonus_card
from dashboard.views.bonus import form as bonus_form
from dashboard.views.bonus import picture as bonus_picture
from dashboard.views.bonus import state as bonus_state
from dashboard.views.bonus import tables as bonus_tables
from dashboard.views.bonus import unlocked as bonus_lights
from dashboard.views.bonus import wording as bonus_said
from dashboard.views.bonus.picture import Part
from dashboard.views.bonus.state import VIEWS, State, Unknown, change
from dashboard.views.bonus.unlocked import Lights
from queries.bonus.book import RuleBook, rule_book
from queries.bonus.company import Contradiction
from queries.bonus.profile import NUMBERS


def show(words: Words) -> None:
    """The whole page."""
    book = ask(rule_book)
    state, shown = _with_chosen(book, bonus_state.current(book))
    _unknown(words, state)
    with st.container(key="bonus_page"):
        left, middle, right = st.columns([0.95, 3.2, 1.1], gap="small")
    try:
        lit = bonus_lights.lights(book, state.profile, state.step)
    except Contradiction as wrong:
        with left:
            bonus_form.show(words, book, state, wrong)
        with middle:
            _contradiction(words, state, wrong)
        return
    with left:
        bonus_form.show(words, book, state)
    with middle:
        _picture(words, state, shown, lit)
    with right:
        bonus_card.steps(words, lit)
        bonus_card.card(words, lit, shown, state.chosen)
    bonus_tables.show(words, lit)


def _with_chosen(book: RuleBook, state: State) -> tuple[State, Part]:
    """The state with the view in which what is chosen stands, and what that view shows; what stands
    in none is named as unknown.
    """
    parts = {view: bonus_picture.part(book, view) for view in dict.fromkeys((state.view, *VIEWS))}
    for view, shown in parts.items():
        node = shown.holder(state.chosen)
        if not state.chosen or node in (*shown.asked, *shown.bundles, *shown.raised):
            return replace(state, view=view, chosen=node), shown
    return (
        replace(state, chosen="", unknown=(*state.unknown, Unknown(state.chosen))),
        parts[state.view],
    )


def _unknown(words: Words, state: State) -> None:
    """One line for each thing told that nothing answers to; what is not named is answered for."""
    for each in state.unknown:
        near = words("bonus.near", names=words.listed(list(each.near))) if each.near else ""
        st.warning(plain(" ".join(filter(None, [words("bonus.unknown", said=each.said), near]))))


def _contradiction(words: Words, state: State, wrong: Contradiction) -> None:
    """One line, and the ways out of it."""
    st.error(
        plain(f"{bonus_said.contradiction(words, wrong)} {words('bonus.contradiction.ways_out')}")
    )
    with st.container(horizontal=True):
        st.button(
            words("bonus.without_size"), on_click=change, args=(lambda state: state.told(size=()),)
        )
        if state.profile.numbers():
            st.button(
                words("bonus.without_numbers"),
                on_click=change,
                args=(lambda state: state.told(**dict.fromkeys(NUMBERS)),),
            )


def _picture(words: Words, state: State, shown: Part, lit: Lights) -> None:
    _says(words, lit)
    found = {
        view: [
            lit.of[rule.id]
            for rule in lit.book.rules.values()
            if bonus_picture.view_of(rule) == view and rule.status == "in_force"
        ]
        for view in VIEWS
    }
    fill("bonus_view", state.view)
    st.pills(
        words("bonus.view_label"),
        VIEWS,
        key="bonus_view",
        required=True,
        wrap=True,
        label_visibility="collapsed",
        format_func=lambda view: _named(words, view, found[view]),
        on_change=_viewed,
    )
    data = bonus_picture.data(words, state.view, shown, lit, state.chosen)
    component.show(data, "bonus_picture", data["height"], _picked)
    st.caption(words("bonus.help"))


def _says(words: Words, lit: Lights) -> None:
    """The answer in a line or two."""
    found = lit.answer
    if not found.profile.told():
        st.info(words("bonus.everyone", n=len(found.almost)))
    bonus_card.legend(words, lit)
    for name in found.not_named:
        st.caption(plain(words("bonus.not_named", name=name)))


def _named(words: Words, view: str, lights: Sequence[str]) -> str:
    """A part of the picture, with how many of its rules in force are unlocked, and how many the
    next step adds.
    """
    more = f" +{lights.count('step')}" if "step" in lights else ""
    return f"{words('bonus.view.' + view)} {lights.count('unlocked')}{more}/{len(lights)}"


def _viewed() -> None:
    view = value("bonus_view")
    change(lambda state: replace(state, view=view, chosen=""))


def _picked() -> None:
    picked = value("bonus_picture").picked
    if picked and picked["kind"] == "node":
        change(partial(_choose, node=picked["id"]))
    elif picked:  # a line stands for its rules: those of the bundle that it comes from or goes to
        change(
            partial(
                _choose,
                node=next(end for end in picked["id"].split(" → ") if end.startswith("rule:")),
            )
        )


def _choose(state: State, node: str) -> State:
    return replace(state, chosen=node)
