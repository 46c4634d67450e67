"""A graph of any size in the shape of one that is there, and the same graph a little changed.

The graph is laid down again and again. Each time the measures and what belongs to one of them
(appearances, policy items, budgets, rules) are new; ministries, size classes, instruments, pillars,
certifications … are the same ones, so that more and more hangs on them; terms, departments, bodies
and conditions come from a stock that grows with a power of the measures, and of which some are
drawn far more often than others. So the share of every type at the measures, parallel relationships
and the sizes of properties stay what they are.
"""

from __future__ import annotations

import random
from collections.abc import Iterator
from math import ceil

from graph.schema.rows import GraphRows, NodeRow, RelationshipRow, graph_rows
from graph.schema.schema import schema

NEW_EACH_TIME = {"Measure", "Appearance", "PolicyItem", "Budget", "BonusRule"}
FROM_A_STOCK = {"Term", "Department", "Body", "Condition"}
# Heaps' law, as measured: n measures of the bundled catalogue have some n ** 0.70 terms (n ** 0.68
# bodies)
GROWTH = 0.7
_SEED = 20250221
_SINGLE, _LISTS = ("id", "name", "title", "folded"), ("known_as", "former_ids", "aliases")


def generated(rows: GraphRows, measures: int, relationships: int | None = None) -> GraphRows:
    """At least so many measures: `rows` as many times as that takes, the first time as they are.
    The same arguments give the same graph.

    `relationships`: about so many at most; of more, each has the same chance to stay, so that the
    types keep their shares.
    """
    times = ceil(measures / sum(node.type == "Measure" for node in rows.nodes))
    types = {node.id: node.type for node in rows.nodes}
    stock = round(times**GROWTH)
    joined = list(_relationships(rows, types, list(_stand_for(types, times, stock)), stock))
    if relationships and relationships < len(joined):
        draw, chance = random.Random(_SEED), relationships / len(joined)
        joined = [row for row in joined if draw.random() < chance]
    return graph_rows(schema(), _nodes(rows, times, stock), joined)


def changed(rows: GraphRows, share: float = 0.01) -> GraphRows:
    """The same graph with this share of its measures changed: each has another title, one
    relationship less, one whose lines moved, and a term of another measure.
    """
    draw = random.Random(_SEED)
    measures = [node.id for node in rows.nodes if node.type == "Measure"]
    chosen = dict.fromkeys(draw.sample(measures, max(1, round(len(measures) * share))))
    terms = [node.id for node in rows.nodes if node.type == "Term"]
    nodes = (_retitled(node) if node.id in chosen else node for node in rows.nodes)
    return graph_rows(
        schema(), nodes, _other_relationships(rows.relationships, chosen, draw, terms)
    )


# --- laid down again and again --------------------------------------------------------------------


def _stand_for(types: dict[str, str], times: int, stock: int) -> Iterator[dict[str, str]]:
    """For each time that the graph is laid down: every node's id -> the id that stands for it."""
    draw = random.Random(_SEED)
    drawn = [node for node, kind in types.items() if kind in FROM_A_STOCK]
    new = [node for node, kind in types.items() if kind in NEW_EACH_TIME]
    kept = {node: [_id(node, nth) for nth in range(stock)] for node in drawn}
    weights = [1 / (nth + 1) for nth in range(stock)]
    same = {node: node for node in types}
    yield same
    for time in range(1, times):
        draws = draw.choices(range(stock), weights, k=len(drawn))
        yield (
            same
            | {node: kept[node][nth] for node, nth in zip(drawn, draws, strict=True)}
            | {node: _id(node, time) for node in new}
        )


def _nodes(rows: GraphRows, times: int, stock: int) -> Iterator[NodeRow]:
    for node in rows.nodes:
        for time in range(
            times if node.type in NEW_EACH_TIME else stock if node.type in FROM_A_STOCK else 1
        ):
            yield _again(node, time)


def _relationships(
    rows: GraphRows, types: dict[str, str], stand_for: list[dict[str, str]], stock: int
) -> Iterator[RelationshipRow]:
    for row in rows.relationships:
        ends = {types[row.start], types[row.end]}
        if ends & NEW_EACH_TIME:
            yield from (
                RelationshipRow(row.type, ids[row.start], ids[row.end], row.properties)
                for ids in stand_for
            )
        elif ends & FROM_A_STOCK:
            for nth in range(stock):
                start, end = (
                    _id(node, nth) if types[node] in FROM_A_STOCK else node
                    for node in (row.start, row.end)
                )
                yield RelationshipRow(row.type, start, end, row.properties)
        else:
            yield row


def _id(node: str, nth: int) -> str:
    return f"{node}-{nth}" if nth else node


def _again(node: NodeRow, nth: int) -> NodeRow:
    """The node under another id and name; what it is known as and found by goes with them."""
    if not nth:
        return node
    properties, mark = dict(node.properties), f"-{nth}"
    named = set(properties.get("known_as") or ())
    for name in _SINGLE:
        if properties.get(name):
            properties[name] += mark
    for name in _LISTS:
        if properties.get(name):
            properties[name] = [text + mark for text in properties[name]]
    if "words" in properties:
        properties["words"] = "\n".join(
            word + mark if word in named else word for word in properties["words"].split("\n")
        )
    return NodeRow(node.type, properties)


# --- a little changed -----------------------------------------------------------------------------


def _retitled(node: NodeRow) -> NodeRow:
    properties = dict(node.properties)
    for name in ("name", "title", "folded"):
        properties[name] += "改"
    return NodeRow(node.type, properties)


def _other_relationships(
    rows: tuple[RelationshipRow, ...],
    chosen: dict[str, None],
    draw: random.Random,
    terms: list[str],
) -> Iterator[RelationshipRow]:
    """Of each chosen measure's ABOUT the first goes, the second stands elsewhere, and one to a term
    that it does not have comes.
    """
    met: dict[str, set[str]] = {}
    for row in rows:
        if row.type != "ABOUT" or row.start not in chosen:
            yield row
            continue
        about = met.setdefault(row.start, set())
        about.add(row.end)
        if len(about) == 2:
            yield RelationshipRow(
                row.type,
                row.start,
                row.end,
                {**row.properties, "lines": [line + 1 for line in row.properties["lines"]]},
            )
        elif len(about) > 2:
            yield row
    for measure, about in met.items():
        new = next(term for term in iter(lambda: draw.choice(terms), None) if term not in about)
        yield RelationshipRow(
            "ABOUT", measure, new, {"weight": 0.5, "current": True, "documents": [], "lines": []}
        )
