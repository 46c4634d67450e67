"""All ways from a certification to what it makes better, through rules and measures."""

from __future__ import annotations

from typing import Any

import networkx as nx

from graph.errors import NotFound
from graph.schema.benefits import benefit_classes
from graph.store import Store
from queries.bonus.called import raised_called, rules_called
from queries.bonus.rule_book.book import rule_book
from queries.cypher import ask
from queries.search.paths import Path, paths_along
from queries.search.search import resolve

_BACKWARDS = {
    ("BonusRule", "Certification"),
    ("Measure", "Measure"),
}  # a rule requires, a part is of a whole: one walks to the rule, to the part
_ENDS = ("Programme", "Measure", "Certification")


def bonus_paths(
    store: Store, certification: str, end: str, max_length: int = 6, limit: int = 50
) -> tuple[Path, ...]:
    """The simple paths (no node twice) of at most `max_length` steps that a company can walk from a
    certification to a programme, a measure or another certification; the shortest first, ties by
    ids, at most `limit`.

    An end that no node is called is what the rules raise that print that name.

    Who holds a certification holds what it contains and has met what it needs; it meets rules,
    these raise measures with their parts and programmes, and a measure for which it is a
    requirement leads to the certification that its page describes. Nobody climbs by what lies below
    what he holds. Empty where there is none. Raises NotFound.
    """
    first = resolve(store, certification, ["Certification"]).id
    ends, through = _ends(store, end)
    rows = ask(store, "bonus/steps")
    steps = _steps(rows)
    types: dict[str, str] = {}
    for row in rows:
        types[row["source"]] = row["source_type"]
        types[row["target"]] = row["target_type"]
    ways = sorted(
        (
            ids
            for last in ends
            if first != last and first in steps and last in steps
            for ids in nx.all_simple_paths(steps, first, last, cutoff=max_length)
            if (not through or ids[-2] in through)
            and not _climbs_from_below([types[node] for node in ids])
        ),
        key=lambda ids: (len(ids), ids),
    )
    return paths_along(store, ways[: max(0, limit)])


def _ends(store: Store, name: str) -> tuple[tuple[str, ...], frozenset[str]]:
    """The node of that name, or what rules raise that print it, with these rules."""
    try:
        return (resolve(store, name, _ENDS).id,), frozenset()
    except NotFound:
        book = rule_book(store)
        return raised_called(book, name), frozenset(rule.id for rule in rules_called(book, name))


def _steps(rows: list[dict[str, Any]]) -> nx.DiGraph[str]:
    """The graph of what leads to what. A measure leads to the certification that its page describes
    where a rule is a requirement for applying to it.
    """
    entered = {
        row["target"] for row in rows if benefit_classes().get(row["benefit"]) == "prerequisite"
    }
    steps: nx.DiGraph[str] = nx.DiGraph()
    for row in rows:
        types = row["source_type"], row["target_type"]
        if types == ("Measure", "Certification") and row["source"] not in entered:
            continue
        ends = row["source"], row["target"]
        steps.add_edge(*(reversed(ends) if types in _BACKWARDS else ends))
    return steps


def _climbs_from_below(types: list[str]) -> bool:
    """Whether a way goes down to what is contained or needed, and from there up to another
    certification.
    """
    down = next(
        (place for place, type_ in enumerate(types) if type_ != "Certification"), len(types)
    )
    return down > 1 and "Certification" in types[down:]
