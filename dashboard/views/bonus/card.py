"""Beside the bonus page's picture: the next steps to choose from, and the card of what
was clicked.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import replace
from functools import partial
from html import escape

import streamlit as st

from dashboard.reading import naming
from dashboard.state import address
from dashboard.text.markdown import plain
from dashboard.text.words import Words
from dashboard.views.bonus import tables as bonus_tables
from dashboard.views.bonus import wording as bonus_said
from dashboard.views.bonus.picture import Part
from dashboard.views.bonus.state import State, change
from dashboard.views.bonus.unlocked import COLOURS, LIGHTS, Lights
from dashboard.widgets import tables
from dashboard.widgets.tables import Cell, Table
from queries.bonus.rules import RuleCard

_FIRST = 6  # so many next steps are offered at once
_HEIGHT = 420  # pixels of a card's rules, which end about where the picture does


def steps(words: Words, lit: Lights) -> None:
    """The next certifications, best first; the one whose gain the picture shows stands out."""
    st.html(f'<div class="section">{escape(words("bonus.next"))}</div>')
    adding = [step for step in lit.steps if step.worthwhile]
    if lit.step is None:
        st.caption(words("bonus.none.next"))
        return
    offered = adding[:_FIRST] if lit.step in adding[:_FIRST] else [lit.step, *adding[: _FIRST - 1]]
    for step in offered:
        name = plain(naming.node_name(words, step.certification.id, step.certification.name))
        label = f":orange[**{name}**]" if step is lit.step else name
        st.button(
            f"{label} :gray[{plain(words('bonus.plus', n=len(step.new)))}]",
            key=f"step-{step.certification.id}",
            type="tertiary",
            on_click=change,
            args=(partial(_look_at, step=step.certification.id),),
        )
    st.caption(plain(bonus_tables.gains(words, lit.step)))
    if lit.step.needs:
        st.caption(plain(words("bonus.needs_first", names=bonus_tables.needs(words, lit.step))))


def _look_at(state: State, step: str) -> State:
    return replace(state, step=step)


def card(words: Words, lit: Lights, shown: Part, chosen: str) -> None:
    """What was clicked: its name, its standing, what can be done with it, and the rules that go
    through it.
    """
    if not chosen:
        st.caption(words("bonus.click"))
        return
    rules = shown.rules_at(chosen)
    _head(words, lit, shown, chosen)
    if chosen in lit.book.certifications:
        _hold(words, lit, chosen)
    _rules(words, lit, rules, chosen)


def _head(words: Words, lit: Lights, shown: Part, chosen: str) -> None:
    kind = naming.type_name(words, naming.node_type(chosen).name)
    if chosen in shown.bundles:
        first = shown.bundles[chosen][0]
        name, link = bonus_said.benefit(words, first), ("explorer", words("measure.explorer"))
    elif chosen in shown.raised:
        name = naming.node_name(words, chosen, shown.raised[chosen][1])
        link = (
            ("measure", words("card.measure"))
            if shown.raised[chosen][0] == "Measure"
            else ("explorer", words("measure.explorer"))
        )
    else:
        what = {each.id: each.what for ways in lit.book.conditions.values() for each in ways}
        known = lit.book.certifications.get(chosen)
        name, link = (
            naming.node_name(words, chosen, known.name if known else what[chosen]),
            ("explorer", words("measure.explorer")),
        )
    st.html(
        f'<div class="kind">{escape(kind)}</div><div class="card-name">{escape(name)}</div><a'
        f' href="{escape(address.link(link[0], words.language, id=chosen))}"'
        f' target="_self">{escape(link[1])}</a>'
    )


def _hold(words: Words, lit: Lights, chosen: str) -> None:
    """A button that puts a certification into the profile or takes it out; what contains it says
    so.
    """
    name = lit.book.certifications[chosen].name
    if chosen in lit.company.own:
        st.button(
            words("bonus.drop"),
            key="bonus_drop",
            on_click=change,
            args=(
                lambda state: state.told(
                    hold=tuple(each for each in state.profile.hold if each != name)
                ),
            ),
            width="stretch",
        )
    elif chosen in lit.company.held:
        holder = next(each for each in lit.company.own if chosen in lit.book.brought[each])
        st.caption(
            words(
                "bonus.contained" if chosen in lit.book.implied[holder] else "bonus.met_before",
                name=naming.node_name(words, holder, lit.book.certifications[holder].name),
            )
        )
    else:
        hold, look = st.columns(2)
        hold.button(
            words("bonus.hold"),
            key="bonus_hold",
            on_click=change,
            args=(lambda state: state.told(hold=(*state.profile.hold, name)),),
            width="stretch",
        )
        if lit.step is None or chosen != lit.step.certification.id:
            look.button(
                words("bonus.look"),
                key="bonus_look",
                on_click=change,
                args=(partial(_look_at, step=chosen),),
                width="stretch",
            )


def _rules(words: Words, lit: Lights, rules: Sequence[RuleCard], chosen: str) -> None:
    """The rules, those that stand out first, each with its light, what it asks for and
    its place.
    """
    if not rules:
        st.caption(words("bonus.no_rules_here"))
        return
    rows: list[list[tables.Value]] = []
    for rule in sorted(rules, key=lambda rule: LIGHTS.index(lit.of[rule.id])):
        given = " ".join(
            filter(
                None,
                [
                    bonus_said.benefit(words, rule),
                    bonus_said.stated(words, rule.value),
                    f"[{words.name(rule.size_class)}]" if rule.size_class else "",
                ],
            )
        )
        raised = bonus_said.raised(words, rule)
        marks = [
            words.of("bonus.light", lit.of[rule.id]),
            *([bonus_said.standing_of(words, rule)] if rule.status != "in_force" else []),
        ]
        text = f"{bonus_said.condition(words, rule)} → {given}" + (
            "" if any(each.id == chosen for each in rule.raises) else f" ― {raised.text}"
        )
        rows.append(
            [
                Cell(
                    text,
                    None if any(each.id == chosen for each in rule.raises) else raised.href,
                    note=words.listed(marks),
                ),
                bonus_said.sources(words, rule),
            ]
        )
    tables.show_listing(
        words,
        Table([bonus_said.rules(words, len(rules)), words("bonus.column.sources")], rows),
        _HEIGHT,
    )


def legend(words: Words, lit: Lights) -> None:
    """What the colours say, and how many rules bear each of them; those that are met and not in
    force are counted apart.
    """
    numbers = Counter(lit.of.values())
    numbers["unlocked"] -= lit.later.total()
    dots = {
        light: '<i style="background:light-dark({light},{dark})"></i>'.format(**colour)
        for light, colour in COLOURS.items()
    }
    marks = "".join(
        f"<span>{dots[light]}{escape(words.of('bonus.light', light))}"
        f" <b>{numbers[light]}</b></span>"
        for light in LIGHTS
    )
    later = f"<span>{escape(bonus_said.later(words, lit.later))}</span>" if lit.later else ""
    st.html(f'<div class="legend">{marks}{later}</div>')
