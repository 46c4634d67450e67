"""Beside the bonus page's picture: what its colours say, and the card of what was clicked."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from functools import partial
from html import escape

import streamlit as st

from dashboard.reading import naming
from dashboard.state import address
from dashboard.text.markdown import plain
from dashboard.text.words import Words
from dashboard.views.bonus import wording
from dashboard.views.bonus.counted import with_access
from dashboard.views.bonus.state import State, change
from dashboard.views.bonus.unlocked import ACCESS, COLOURS, UnlockedRules
from dashboard.views.bonus.view import View
from dashboard.widgets import tables
from dashboard.widgets.tables import Cell, Table
from queries.bonus.rule_book.book import RuleBook
from queries.bonus.rule_book.rules import RuleCard

_HEIGHT = 420  # pixels of a card's rules, which end about where the picture does


def _look_at(state: State, step: str) -> State:
    return replace(state, step=step)


def card(words: Words, unlocked: UnlockedRules, shown: View, chosen: str) -> None:
    """What was clicked: its name, what can be done with it, and the rules that go
    through it.
    """
    if not chosen:
        st.caption(words("bonus.click"))
        return
    rules = shown.rules_at(chosen)
    _head(words, unlocked, shown, chosen)
    if chosen in unlocked.book.certifications:
        _hold(words, unlocked, chosen)
    _rules(words, unlocked, rules, chosen)


def _head(words: Words, unlocked: UnlockedRules, shown: View, chosen: str) -> None:
    kind = naming.type_name(words, naming.node_type(chosen).name)
    if chosen in shown.bundles:
        first = shown.bundles[chosen][0]
        name, link = wording.benefit(words, first), ("explorer", words("measure.explorer"))
    elif chosen in shown.raised:
        name = naming.node_name(words, chosen, shown.raised[chosen][1])
        link = (
            ("measure", words("card.measure"))
            if shown.raised[chosen][0] == "Measure"
            else ("explorer", words("measure.explorer"))
        )
    else:
        known = unlocked.book.certifications.get(chosen)
        printed = known.name if known else _conditions(unlocked.book)[chosen]
        name = naming.node_name(words, chosen, printed)
        link = ("explorer", words("measure.explorer"))
    st.html(
        f'<div class="kind">{escape(kind)}</div><div class="card-name">{escape(name)}</div><a'
        f' href="{escape(address.link(link[0], words.language, id=chosen))}"'
        f' target="_self">{escape(link[1])}</a>'
    )


def _conditions(book: RuleBook) -> dict[str, str]:
    """What each condition that is no certification asks for, by its id."""
    return {condition.id: condition.what for ways in book.conditions.values() for condition in ways}


def _hold(words: Words, unlocked: UnlockedRules, chosen: str) -> None:
    """A button that puts a certification into the profile or takes it out; what contains it says
    so.
    """
    name = unlocked.book.certifications[chosen].name
    if chosen in unlocked.company.holdings.certifications:
        st.button(
            words("bonus.drop"),
            key="bonus_drop",
            on_click=change,
            args=(
                lambda state: state.with_profile(
                    hold=tuple(held for held in state.profile.hold if held != name)
                ),
            ),
            width="stretch",
        )
    elif chosen in unlocked.company.holdings.held:
        holder = next(
            held
            for held in unlocked.company.holdings.certifications
            if chosen in unlocked.book.brought[held]
        )
        st.caption(
            plain(
                words(
                    "bonus.contained"
                    if chosen in unlocked.book.implied[holder]
                    else "bonus.met_before",
                    name=naming.node_name(words, holder, unlocked.book.certifications[holder].name),
                )
            )
        )
    else:
        hold, look = st.columns(2)
        hold.button(
            words("bonus.hold"),
            key="bonus_hold",
            on_click=change,
            args=(lambda state: state.with_profile(hold=(*state.profile.hold, name)),),
            width="stretch",
        )
        if unlocked.step is None or chosen != unlocked.step.certification.id:
            look.button(
                words("bonus.look"),
                key="bonus_look",
                on_click=change,
                args=(partial(_look_at, step=chosen),),
                width="stretch",
            )


def _rules(words: Words, unlocked: UnlockedRules, rules: Sequence[RuleCard], chosen: str) -> None:
    """The rules, those that stand out first, each with its access, what it asks for and
    its place.
    """
    if not rules:
        st.caption(words("bonus.no_rules_here"))
        return
    rows: list[list[tables.Value]] = []
    for rule in sorted(rules, key=lambda rule: ACCESS.index(unlocked.access[rule.id])):
        gain = " ".join(
            filter(
                None,
                [
                    wording.benefit(words, rule),
                    wording.stated(words, rule.value),
                    f"[{words.name(rule.size_class)}]" if rule.size_class else "",
                ],
            )
        )
        better = wording.raised(words, rule)
        marks = [
            words.of("bonus.access", unlocked.access[rule.id]),
            *([wording.status_history(words, rule)] if rule.status != "in_force" else []),
        ]
        here = any(raised.id == chosen for raised in rule.raises)
        text = f"{wording.condition(words, rule)} → {gain}" + ("" if here else f" ― {better.text}")
        rows.append(
            [
                Cell(
                    text,
                    None if here else better.href,
                    note=words.listed(marks),
                ),
                wording.sources(words, rule),
            ]
        )
    tables.show_listing(
        words,
        Table(
            [wording.rules(words, len(rules)), words("bonus.column.sources")],
            rows,
            wide=frozenset({1}),
        ),
        _HEIGHT,
    )


def legend(words: Words, unlocked: UnlockedRules) -> None:
    """What the colours say, and how many rules in force bear each of them."""
    dots = {
        access: f'<i style="background:light-dark({colour["light"]},{colour["dark"]})"></i>'
        for access, colour in COLOURS.items()
    }
    marks = "".join(
        f"<span>{dots[access]}{escape(words.of('bonus.access', access))}"
        f" <b>{with_access(unlocked, access).now:,}</b></span>"
        for access in ACCESS
    )
    st.html(f'<div class="legend">{marks}</div>')
