"""How the answer to who gets what at a programme is printed."""

from __future__ import annotations

from commands.call_text import NOT_READ, call_text
from commands.lines import rule_line
from commands.printing import counted
from queries.bonus.dated import Calls
from queries.bonus.for_programme import ProgrammeBonuses


def programme_lines(answer: ProgrammeBonuses, calls: Calls) -> list[str]:
    """The programme, what raises it by benefit, frame and size class with the plain amounts
    beneath, and what is over.
    """
    number = sum(len(group.rules) for group in answer.now)
    lines = [f"{'、'.join(answer.names)}: {counted(number, 'rules')}", NOT_READ]
    for group in answer.now:
        parts = (group.benefit, group.frame, group.size_class or "every size")
        lines.append("  " + " · ".join(filter(None, parts)))
        lines += [f"    {rule_line(rule)}   {call_text(rule, calls)}" for rule in group.rules]
        lines += [f"      base {rule_line(rule)}" for rule in group.base]
    if answer.over:
        lines.append(f"Ended or no longer restated: {counted(len(answer.over), 'rules')}")
        lines += [f"  {rule_line(rule)}   {call_text(rule, calls)}" for rule in answer.over]
    return lines
