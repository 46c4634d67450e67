"""How the answer to who gets what at a programme is printed."""

from __future__ import annotations

from commands.call_text import NOT_READ, call_text
from commands.codes import coded
from commands.lines import rule_line
from commands.printing import counted
from graph.phrases.phrases import say
from graph.schema.size_classes import size_names
from queries.bonus.dated import Calls
from queries.bonus.for_programme import ProgrammeBonuses, ProgrammeGroup


def programme_lines(answer: ProgrammeBonuses, calls: Calls) -> list[str]:
    """The programme, what raises it by benefit, frame and size class with the plain amounts
    beneath, and what is over.
    """
    number = sum(len(group.rules) for group in answer.now)
    lines = [f"{'、'.join(answer.names)}: {counted(number, 'rules')}", say(NOT_READ)]
    for group in answer.now:
        parts = (coded("benefit", group.benefit), group.frame, group.size_class or _whom(group))
        lines.append("  " + " · ".join(filter(None, parts)))
        lines += [f"    {rule_line(rule)}   {call_text(rule, calls)}" for rule in group.rules]
        lines += [say("      base {rule}", rule=rule_line(rule)) for rule in group.base]
    if answer.over:
        lines.append(
            say("Ended or no longer restated: {rules}", rules=counted(len(answer.over), "rules"))
        )
        lines += [f"  {rule_line(rule)}   {call_text(rule, calls)}" for rule in answer.over]
    return lines


def _whom(group: ProgrammeGroup) -> str:
    """For whom the rules of a group are that name no size class themselves."""
    if len(group.open_to) == len(size_names()):
        return say("every size")
    if group.open_to:
        return say("open to {open_to}", open_to="、".join(group.open_to))
    aimed_at = (
        say(" (its page is for {aimed_at})", aimed_at="、".join(group.aimed_at))
        if group.aimed_at
        else ""
    )
    return say("no size named{aimed_at}", aimed_at=aimed_at)
