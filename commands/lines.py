"""A fact, a bonus rule and a path as one line each, with their places."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from commands.codes import coded, type_word
from commands.printing import with_commas
from graph.phrases.phrases import Phrases, say
from queries.bonus.rule_book.rules import Clawback, Excluded, RuleCard
from queries.search.paths import Path
from queries.sources import Source, places

_UNSTATED = Phrases(
    {
        "ranked": "what the ranked conditions are is not in the text",
        "amount": "how much is asked for is not stated",
        "condition": "what is asked for is not stated",
        "frame": "of which course or frame is not in the text",
    }
)


def with_places(text: str, sources: Iterable[Source]) -> str:
    """A fact, and behind it the places that state it."""
    return f"{text}   {places(sources)}"


def rule_line(rule: RuleCard) -> str:
    """A bonus rule in one line: what it asks for → what it gives, and its places."""
    joint = " + " if rule.condition_mode == "all" else " / "
    asked = joint.join(rule.condition) or rule.size_class or ""
    return with_places(f"{asked} → {rule_gain(rule)}", rule.sources)


def rule_gain(rule: RuleCard) -> str:
    """What a bonus rule gives, the kind of benefit first."""
    return f"{coded('benefit', rule.benefit)} {rule_details(rule)}".rstrip()


def _raised(rule: RuleCard) -> list[str]:
    """What it raises, each once, as printed: one print may enumerate several."""
    named = dict.fromkeys(raised.printed or raised.name for raised in rule.raises)
    return [name for name in named if not any(name in other for other in named if other != name)]


def _trades(rule: RuleCard) -> str:
    trades = "、".join(rule.holder_industries)
    about = say("its page is on {trades} and does not say whose trade", trades=trades)
    return (
        f"({about if rule.by_theme else say('only for {trades}', trades=trades)})" if trades else ""
    )


def rule_details(rule: RuleCard) -> str:
    """How much a bonus rule gives (`in all` where that is the whole sum or rate at its rung of a
    ladder, not what is added), to whom and for what; its status unless it is in force (and what it
    was before it was no longer restated), and what its document does not state.
    """
    parts = [
        say("{value} in all", value=rule.value) if rule.value and rule.rank else rule.value or "",
        say("(base {base})", base="、".join(rule.base)) if rule.base else "",
        f"[{rule.size_class}]" if rule.size_class else "",
        "、".join(_raised(rule)),
        _trades(rule),
        ""
        if rule.status == "in_force"
        else f"({with_commas(coded('status', status) for status in rule.status_history)})",
        *([_excluded(rule.excluded)] if rule.excluded else []),
        *([_clawback(rule.clawback)] if rule.clawback else []),
        *(f"({_UNSTATED[what]})" for what in rule.unstated),
    ]
    return " ".join(part for part in parts if part)


def _excluded(excluded: Sequence[Excluded]) -> str:
    who = "、".join(each.printed for each in excluded)
    return say(
        "(not: {who}, {excluded})",
        who=who,
        excluded=places(dict.fromkeys(each.source for each in excluded)),
    )


def _clawback(clawback: Clawback) -> str:
    return say(
        "(if missed: {printed}, {value})", printed=clawback.printed, value=places([clawback.source])
    )


def path_line(path: Path) -> str:
    """A path in one line, with the places that state it."""
    words = [path.nodes[0].name]
    for before, edge, node in zip(path.nodes, path.edges, path.nodes[1:], strict=False):
        arrow = (
            f"—{type_word(edge.type)}→" if edge.source == before.id else f"←{type_word(edge.type)}—"
        )
        words += [arrow, node.name]
    return with_places(
        " ".join(words), dict.fromkeys(s for edge in path.edges for s in edge.sources)
    )
