"""How answers about several certifications are printed for people: what they add together, and
which are enough.
"""

from __future__ import annotations

from commands.bonus.rule_printing import beside, had_by, several
from commands.call_text import NOT_READ, call_text
from commands.lines import rule_gain, with_places
from commands.printing import counted
from graph.phrases.phrases import say
from queries.bonus.cheapest import MOST, Unlocking
from queries.bonus.dated import Calls
from queries.bonus.together import Together


def together_lines(answer: Together, calls: Calls) -> list[str]:
    """What they add together, each rule with what it is had by; those that none gives alone are
    marked; rules of the past are counted alone.
    """
    names = " + ".join(each.name for each in answer.certifications) or say(
        "nothing that is not held"
    )
    now = [each for each in answer.adds if not each.rule.is_past]
    lines = [f"{names}: {counted(len(now), 'new rules')}", say(NOT_READ)]
    if answer.needs:
        lines.append(
            say("  needs first        {needs}", needs="、".join(held.name for held in answer.needs))
        )
    lines += [
        with_places(
            say(
                "  {rule} by {by}{value}",
                rule=rule_gain(result.rule),
                by=result.by,
                value=say(" (only together)") if result.rule.id in answer.only_together else "",
            ),
            result.rule.sources,
        )
        + f"   {call_text(result.rule, calls)}"
        for result in now
    ]
    if past := len(answer.adds) - len(now):
        lines.append(say("Not counted: {rules} of the past", rules=counted(past, "rules")))
    return lines


def unlocking_lines(answer: Unlocking, calls: Calls) -> list[str]:
    """The rules that are had already, each smallest set of certifications with what it
    unlocks, or that there is none; what deeds alone unlock; of longer ones the names alone.
    """
    lines = [say(NOT_READ), *([say("Had already:")] if answer.held else [])]
    lines += [
        say(
            "  {rule} by {by}   {rule_2}",
            rule=rule_gain(result.rule),
            by=result.by,
            rule_2=call_text(result.rule, calls),
        )
        for result in answer.held
    ]
    if not answer.ways:
        rules, more = (
            counted(answer.rules, "rules"),
            say("more of it") if answer.held else say("it"),
        )
        lines.append(
            say(
                "No {most} certifications or fewer unlock {more} for this company"
                " ({rules} in force)",
                most=MOST,
                more=more,
                rules=rules,
            )
        )
    for way in answer.ways:
        lines.append(" → ".join(held.name for held in way.hold))
        lines += [f"  {had_by(result, calls)}" for result in way.unlocks]
    if answer.by_deeds:
        lines.append(say("By what is done, with no certification that is not held:"))
    lines += [
        with_places(
            f"  {several(result.missing)} → {rule_gain(result.rule)}{beside(result)}",
            result.rule.sources,
        )
        + f"   {call_text(result.rule, calls)}"
        for result in answer.by_deeds
    ]
    for way in answer.longer:
        chosen = say(" (who gets it is recommended by others)") if way.chosen else ""
        lines.append(
            say(
                "Another way: {hold}{chosen}",
                hold=" → ".join(held.name for held in way.hold),
                chosen=chosen,
            )
        )
    return lines
