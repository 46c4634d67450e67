"""The answer of the bonus page in a sentence, and the next steps to choose from."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable
from dataclasses import replace
from functools import partial
from html import escape

import streamlit as st

from dashboard.reading import naming
from dashboard.text.markdown import plain
from dashboard.text.words import Words
from dashboard.views.bonus import wording
from dashboard.views.bonus.counted import added, own, with_access
from dashboard.views.bonus.reasons import reason
from dashboard.views.bonus.state import State, change
from dashboard.views.bonus.tables import needs
from dashboard.views.bonus.unlocked import UnlockedRules
from queries.bonus.rule_book.rules import RuleCard

_FIRST = 6  # so many next steps are offered at once
_NAMES = 3  # of what gets better, for each kind of benefit


def show(words: Words, unlocked: UnlockedRules) -> None:
    """What can be had now, what the next step adds, what hangs on an answer; then the steps."""
    answer = unlocked.answer
    if not answer.profile.as_dict():
        st.info(words("bonus.everyone", n=len(answer.almost)))
    else:
        said = " ".join(filter(None, (_now(words, unlocked), _next(words, unlocked))))
        rest = [
            _depends(words, unlocked),
            wording.not_in_force(words, unlocked.not_in_force) if unlocked.not_in_force else "",
        ]
        below = "<br>".join(escape(line) for line in rest if line)
        st.html(f'<div class="beside"><b>{escape(said)}</b><br>{below}</div>')
    for name in answer.not_named:
        st.caption(plain(words("bonus.not_named", name=name)))
    _steps(words, unlocked)


def _now(words: Words, unlocked: UnlockedRules) -> str:
    number = with_access(unlocked, "unlocked").now
    if not number:
        return words("bonus_answer.none")
    kinds = Counter(
        wording.benefit(words, met.rule)
        for met in unlocked.answer.unlocked
        if met.rule.status == "in_force"
    )
    told = words.listed([f"{kind} {count}" for kind, count in kinds.items()])
    return words("bonus_answer.now", n=number, kinds=told)


def _next(words: Words, unlocked: UnlockedRules) -> str:
    step = unlocked.step
    if step is None or not added(step).now:
        return ""
    return words(
        "bonus_answer.next",
        name=naming.node_name(words, step.certification.id, step.certification.name),
        n=added(step).now,
        gains=by_name(words, (met.rule for met in step.adds if met.rule.status == "in_force")),
    )


def _depends(words: Words, unlocked: UnlockedRules) -> str:
    number = with_access(unlocked, "depends").now
    return words("bonus_answer.depends", n=number) if number else ""


def by_name(words: Words, rules: Iterable[RuleCard]) -> str:
    """What rules give and for what, by name: 補助金審査の加点（…、… ほか 3）."""
    found: dict[str, dict[str, None]] = defaultdict(dict)
    for rule in rules:
        value = wording.stated(words, rule.value)
        name = wording.raised(words, rule).text
        told = f"{name} {value}" if value and name else name or value or ""
        found[wording.benefit(words, rule)][told] = None
    shown = []
    for benefit, names in found.items():
        known = [name for name in names if name]
        listed = known[:_NAMES]
        if len(known) > _NAMES:
            listed.append(words("bonus_answer.more", n=len(known) - _NAMES))
        shown.append(
            words("bonus_answer.gain", benefit=benefit, names=words.listed(listed))
            if listed
            else benefit
        )
    return words.listed(shown)


def _steps(words: Words, unlocked: UnlockedRules) -> None:
    """The next certifications, best first; the one whose gain is looked at stands out."""
    chosen = unlocked.step
    st.html(f'<div class="section">{escape(words("bonus.next"))}</div>')
    if chosen is None:
        st.caption(words("bonus.none.next"))
        return
    offered = [step for step in unlocked.steps if step.worthwhile][:_FIRST]
    if chosen not in offered:
        offered = [chosen, *offered[: _FIRST - 1]]
    with st.container(horizontal=True, gap="small", key="bonus_steps"):
        for step in offered:
            name = plain(naming.node_name(words, step.certification.id, step.certification.name))
            label = f":orange[**{name}**]" if step is chosen else name
            st.button(
                f"{label} :gray[{plain(words('bonus.plus', n=added(step).now))}]",
                key=f"step-{step.certification.id}",
                type="tertiary",
                on_click=change,
                args=(partial(_look_at, step=step.certification.id),),
                width="content",
            )
    notes = [reason(words, chosen)]
    if (rest := added(chosen).now - own(chosen).now) > 0:
        notes.append(words("bonus_answer.step_help", own=own(chosen).now, rest=rest))
    if chosen.needs:
        notes.append(words("bonus.needs_first", names=needs(words, chosen)))
    st.caption(plain(" ― ".join(filter(None, notes))))


def _look_at(state: State, step: str) -> State:
    return replace(state, step=step)
