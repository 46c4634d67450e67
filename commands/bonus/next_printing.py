"""How the certifications to go for next are printed for people."""

from __future__ import annotations

from collections.abc import Sequence

from commands.bonus.rule_printing import had_by, unnamed_lines
from commands.call_text import NOT_READ
from commands.codes import coded, japanese
from commands.lines import rule_gain
from commands.printing import counted, padded, with_commas
from graph.phrases.language import spoken
from graph.phrases.phrases import say
from queries.bonus.dated import Calls
from queries.bonus.next import NextStep


def next_lines(
    steps: Sequence[NextStep], top: int, calls: Calls, unnamed: Sequence[str] = ()
) -> list[str]:
    """The first certifications with what each one adds to what comes before it, how many are
    left, and what no document names.
    """
    adding = [step for step in steps if step.worthwhile]
    lines = [line for step in adding[:top] for line in _step_lines(step, steps, calls)]
    outside = sum(step.outside is not None for step in steps)
    able = [step for step in steps if step.outside is None]
    part_of = sum(step.part_of is not None for step in able)
    obliged = sum(step.had == "obliged" and step.part_of is None for step in able)
    rest = [step for step in able if step.part_of is None and step.had != "obliged"]
    others = sum(bool(step.adds) and not step.first_here for step in rest)
    past = sum(not step.worthwhile and bool(step.new) for step in rest)
    nothing = len(rest) - len(adding) - others - past
    counts = [
        say(phrase, number=number)
        for phrase, number in (
            ("{number} more add something", max(0, len(adding) - top)),
            ("{number} are on the way to a higher one", part_of),
            ("{number} are what the law asks of it anyway", obliged),
            ("{number} add no more than a lower one", others),
            ("{number} are for companies of other sizes", outside),
            ("{number} add what is had already or told no more", past),
            ("{number} add nothing that these documents state", nothing),
        )
        if number
    ]
    if counts:
        lines.append(say("Of the others {counts}", counts=with_commas(counts)))
    return [*lines, say(NOT_READ), *unnamed_lines(unnamed)]


def why_said(step: NextStep) -> str:
    """Why it stands where it does, as the step says it; in Japanese in the dashboard's words."""
    if not step.gains:
        return say("adds nothing that these documents state")
    if spoken() == "en":
        return step.why
    words = japanese()
    best, now = step.gains[0], sum(gain.worth != "history" for gain in step.gains)
    gone = len(step.gains) - now
    kind = words.of("benefit", best.benefit)
    besides = words("bonus.besides", asked=best.besides) if best.besides else ""
    gain = words("bonus.why.gain", name=best.name, benefit=kind)
    text = " ".join(filter(None, (gain, best.value, besides)))
    lower = "、".join(tier.name for tier in step.instead_of)
    parts = (
        words("bonus.why.best", worth=words.of("bonus.worth", best.worth), gain=text),
        words("bonus.why.more", n=now - 1) if now > 1 else "",
        words("bonus.why.gone", n=gone) if gone and now else "",
        words("bonus.why.needs", n=len(step.needs)) if step.needs else "",
        words("bonus.why.also_by", name=step.also_by.name) if step.also_by else "",
        words("bonus.why.instead_of", names=lower) if lower else "",
    )
    return words("bonus.why.joint").join(filter(None, parts))


def _step_lines(step: NextStep, steps: Sequence[NextStep], calls: Calls) -> list[str]:
    same = _same_as(step, steps)
    on_the_way = [
        result
        for lower in steps
        if lower.certification in step.instead_of
        for result in lower.new
        if not result.rule.is_past
    ]
    number = len(step.prerequisites)
    prerequisites = say(", {number} of them prerequisites", number=number) if number else ""
    named = "" if step.in_documents else say(" (no document names it)")
    aimed_at = (
        say(" (its page is for {aimed_at})", aimed_at="、".join(step.aimed_at))
        if step.aimed_at
        else ""
    )
    gone = sum(result.rule.is_past for result in step.new)
    past = say(", {gone} of the past besides", gone=gone) if gone else ""
    adds = f"{counted(len(step.new) - gone, 'new rules')}{prerequisites}{past}"
    lines = [
        f"{step.certification.name}{named}{aimed_at}: {adds}",
        say("  why                {why}", why=why_said(step)),
    ]
    lines += [
        f"  {padded(coded('term', term.what), 18)} {term.says}  [{term.source}]"
        for term in step.terms
    ]
    if step.needs:
        lines.append(
            say("  needs first        {needs}", needs=" → ".join(held.name for held in step.needs))
        )
    if same:
        lines.append(say("  no more from       {same}", same="、".join(same)))
    if len(step.new) < len(step.adds):
        lower = "、".join(dict.fromkeys(held.name for held in (*step.needs, *step.below)))
        rest = counted(len(step.adds) - len(step.new), "rules")
        lines.append(
            say("  besides            {rest} that {lower} give already", rest=rest, lower=lower)
        )
    for benefit, stated, left in step.values:
        values = [
            "、".join(stated),
            say("{left} without a stated value", left=left) if left else "",
        ]
        lines.append(
            f"  {padded(coded('benefit', benefit), 18)} {say(' and ').join(filter(None, values))}"
        )
    if step.ministries:
        lines.append(
            say("  ministries         {ministries}", ministries="、".join(step.ministries))
        )
    lines += [f"    {had_by(result, calls)}" for result in step.new if not result.rule.is_past]
    if on_the_way:
        lines.append(
            say(
                "  on the way         {rules} not of the past",
                rules=counted(len(on_the_way), "rules"),
            )
        )
        lines += [
            say("    {rule} by {by}", rule=rule_gain(result.rule), by=result.by)
            for result in on_the_way
        ]
    return lines


def _same_as(step: NextStep, steps: Sequence[NextStep]) -> list[str]:
    """The higher tiers that add nothing to this one."""
    giving = {giver.certification for giver in steps if giver.first_here}
    return [
        higher.certification.name
        for higher in steps
        if not higher.first_here
        and next((below for below in reversed(higher.below) if below in giving), None)
        == step.certification
    ]
