"""The other way round: by which certifications and deeds one gets a bonus at a programme."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from html import escape

import streamlit as st

from dashboard.reading.answers import ask
from dashboard.state.page_state import fill, value
from dashboard.text.markdown import plain
from dashboard.text.words import Words
from dashboard.views.bonus import calls, wording
from dashboard.views.bonus.state import State, change
from dashboard.views.bonus.unlocked import UnlockedRules
from dashboard.widgets.tables import Cell, Table, Value
from graph.errors import NotFound
from queries.bonus.for_programme import ProgrammeBonuses, ProgrammeGroup, programme_by
from queries.bonus.rule_book.book import RuleBook
from queries.bonus.rule_book.rules import RuleCard
from queries.search.search import near_names


def answer(book: RuleBook, wanted: str) -> ProgrammeBonuses | None:
    """What raises the programme; None where nothing is asked for, or nothing answers to it."""
    try:
        return programme_by(book, wanted) if wanted else None
    except NotFound:
        return None


def show(words: Words, state: State, unlocked: UnlockedRules) -> None:
    """The field, and the answer in a sentence; the table is `table`."""
    _field(words, state, unlocked.book)
    if not state.wanted:
        return
    found = answer(unlocked.book, state.wanted)
    if found is None:
        near = ask(near_names, state.wanted, ("Measure", "Programme"))
        key = "bonus_for.unknown" if near else "bonus_for.unknown_alone"
        st.warning(plain(words(key, q=state.wanted, near=words.listed(near))))
        return
    rules = _rules(found)
    names = words.listed(list(found.names))
    in_force = [rule for rule in rules if rule.status == "in_force"]
    by = dict.fromkeys(wording.condition(words, rule) for rule in in_force)
    said = (
        words("bonus_for.sentence", names=names, by=words.listed(list(by)), n=len(in_force))
        if in_force
        else words("bonus_for.none_now", names=names)
    )
    st.html(f'<div class="beside"><b>{escape(said)}</b></div>')
    if found.over:
        st.caption(words("bonus_for.over", n=len(found.over)))


def _field(words: Words, state: State, book: RuleBook) -> None:
    """A field of all that rules raise; anything else can be typed, too."""
    ids = {raised.id: raised.name for rule in book.rules.values() for raised in rule.raises}
    names = sorted(set(ids.values()))
    wanted = ids.get(state.wanted, state.wanted)
    options = names if wanted in names or not wanted else [wanted, *names]
    key = fill("bonus_for", wanted or None)
    st.selectbox(
        words("bonus_for.label"),
        options,
        key=key,
        index=None,
        accept_new_options=True,
        placeholder=words("bonus_for.placeholder"),
        help=words("bonus_for.help"),
        on_change=lambda: change(lambda state: replace(state, wanted=value(key) or "")),
    )


def _rules(found: ProgrammeBonuses) -> list[RuleCard]:
    return [rule for group in found.now for rule in group.rules]


def table(words: Words, unlocked: UnlockedRules, found: ProgrammeBonuses | None) -> Table:
    """A row a rule, those in force first within a frame; the place on a row of its own."""
    rows: list[list[Value]] = [
        [
            Cell(wording.condition(words, rule)),
            _frame(words, group),
            wording.benefit(words, rule),
            wording.value(words, rule),
            wording.raised(words, rule),
            wording.status_history(words, rule),
            calls.call(words, rule, unlocked.calls),
            words.of("bonus.access", unlocked.access[rule.id]),
            wording.sources(words, rule),
        ]
        for group in (found.now if found else ())
        for rule in _in_order(group.rules)
    ]
    headings = [
        words("bonus_for.by"),
        words("bonus_for.frame"),
        *(
            words(f"bonus.column.{name}")
            for name in ("benefit", "value", "raised", "status", "call")
        ),
        words("bonus_for.access"),
        words("bonus.column.sources"),
    ]
    return Table(headings, rows, together=frozenset({2}), wide=frozenset({8}))


def _in_order(rules: Sequence[RuleCard]) -> list[RuleCard]:
    return sorted(rules, key=lambda rule: rule.status != "in_force")


def _frame(words: Words, group: ProgrammeGroup) -> str:
    """The frame, and for whom: a size class, else the sizes that apply."""
    sizes = (group.size_class,) if group.size_class else group.open_to or group.aimed_at
    return " ".join(filter(None, (group.frame, words.listed([words.name(size) for size in sizes]))))
