"""How answers are printed: JSON to stdout for programs, aligned lines for people; everything else
goes to stderr.
"""

from __future__ import annotations

import json
import unicodedata
from collections.abc import Iterable, Sequence
from dataclasses import asdict, is_dataclass
from typing import Any

import click

from queries.bonus.rules import RuleCard
from queries.search.paths import Path
from queries.sources import places

_UNSTATED = {
    "ranked": "what the ranked conditions are is not in the text",
    "amount": "how much is asked for is not stated",
    "condition": "what is asked for is not stated",
}


def as_json(answer: Any) -> str:
    """The answer as JSON, dataclasses as objects."""

    def plain(value: Any) -> Any:
        if is_dataclass(value) and not isinstance(value, type):
            return asdict(value)
        raise TypeError(f"no JSON for {type(value).__name__}")

    return json.dumps(answer, ensure_ascii=False, indent=1, default=plain)


def note(text: str) -> None:
    """A line to stderr: progress, counts, warnings."""
    click.echo(text, err=True)


def counted(number: int | str, things: str) -> str:
    """A number with its noun: 2 rules, 1 rule, 1 policy."""
    if number == 1:
        things = f"{things[:-3]}y" if things.endswith("ies") else things.removesuffix("s")
    return f"{number:,} {things}" if isinstance(number, int) else f"{number} {things}"


def width(text: str) -> int:
    """How many columns a terminal gives the text (Japanese characters take two)."""
    return sum(2 if unicodedata.east_asian_width(c) in "FWA" else 1 for c in text)


def table(rows: Iterable[Sequence[Any]], right: Sequence[int] = ()) -> str:
    """Rows in aligned columns; the columns in `right` are set flush right."""
    cells = [["" if cell is None else str(cell) for cell in row] for row in rows]
    if not cells:
        return ""
    wide = [max(width(row[i]) for row in cells) for i in range(len(cells[0]))]
    lines = []
    for row in cells:
        parts = [
            " " * (w - width(c)) + c if i in right else c + " " * (w - width(c))
            for i, (c, w) in enumerate(zip(row, wide, strict=True))
        ]
        lines.append("  ".join(parts).rstrip())
    return "\n".join(lines)


def rule_line(rule: RuleCard) -> str:
    """A bonus rule in one line: what it asks for → what it gives, and its places."""
    joint = " + " if rule.condition_mode == "all" else " / "
    return f"{joint.join(rule.condition)} → {rule_gain(rule)}   {places(rule.sources)}"


def rule_gain(rule: RuleCard) -> str:
    """What a bonus rule gives, the kind of benefit first."""
    return f"{rule.benefit} {rule_details(rule)}".rstrip()


def rule_details(rule: RuleCard) -> str:
    """How much a bonus rule gives (`in all` where that is the whole sum or rate at its rung of a
    ladder, not what is added), to whom and for what; its status unless it is in force (and what it
    was before it was no longer restated), and what its document does not state.
    """
    parts = [
        f"{rule.value}{' in all' if rule.rank else ''}" if rule.value else "",
        f"[{rule.size_class}]" if rule.size_class else "",
        "、".join(r.printed or r.name for r in rule.raises),
        "" if rule.status == "in_force" else f"({', '.join(rule.standing)})",
        *(f"({_UNSTATED[each]})" for each in rule.unstated),
    ]
    return " ".join(part for part in parts if part)


def path_line(path: Path) -> str:
    """A path in one line, with the places that state it."""
    words = [path.nodes[0].name]
    for before, edge, node in zip(path.nodes, path.edges, path.nodes[1:], strict=False):
        arrow = f"—{edge.type}→" if edge.source == before.id else f"←{edge.type}—"
        words += [arrow, node.name]
    return (
        f"{' '.join(words)}  "
        f" {places(dict.fromkeys(s for edge in path.edges for s in edge.sources))}"
    )
