"""How the answer about several certifications together is printed for people."""

from __future__ import annotations

from commands.lines import rule_gain, with_places
from commands.printing import counted
from queries.bonus.together import Together


def together_lines(answer: Together) -> list[str]:
    """What they add together, each rule with what it is had by; those that none gives alone are
    marked; rules of the past are counted alone.
    """
    names = " + ".join(each.name for each in answer.certifications) or "nothing that is not held"
    now = [each for each in answer.adds if each.rule.status not in ("ended", "not_restated")]
    lines = [f"{names}: {counted(len(now), 'new rules')}"]
    if answer.needs:
        lines.append(f"  needs first        {'、'.join(held.name for held in answer.needs)}")
    lines += [
        with_places(
            f"  {rule_gain(result.rule)} by {result.by}"
            f"{' (only together)' if result.rule.id in answer.only_together else ''}",
            result.rule.sources,
        )
        for result in now
    ]
    if past := len(answer.adds) - len(now):
        lines.append(f"Not counted: {counted(past, 'rules')} of the past")
    return lines
