"""What a load has to write: the catalogue's rows held against what the database holds, read only
where digests differ.
"""

from __future__ import annotations

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence, Set
from dataclasses import dataclass, replace
from itertools import chain, groupby
from operator import attrgetter
from typing import Any, TypeVar

import neo4j

from graph.neo4j import statements
from graph.neo4j.digests import NODES, Digests, node_digest
from graph.schema.rows import GraphRows, NodeRow, RelationshipRow
from graph.schema.schema import EVERY_NODE

_Row = TypeVar("_Row")
_Ranges = Sequence[tuple[str, str | None]]
_Held = dict[tuple[str, str], list[tuple[str, list[Any]]]]  # start, end -> element id, values
_EVERYTHING: _Ranges = (("", None),)


@dataclass(frozen=True)
class Difference:
    """What is to be written. Kept nodes and relationships are known by their element ids."""

    new_nodes: Sequence[NodeRow] = ()
    """Nodes to be made."""
    changed_nodes: Sequence[NodeRow] = ()
    """Nodes that say something else by now."""
    stale_nodes: Sequence[str] = ()
    """Ids of nodes that the catalogue no longer has."""
    revived: Sequence[tuple[str, NodeRow]] = ()
    """Kept nodes that the catalogue has again."""
    freed: Sequence[str] = ()
    """Kept nodes on which no relationship may hang any more."""
    new_relationships: Sequence[RelationshipRow] = ()
    """Relationships to be made."""
    changed_relationships: Sequence[tuple[str, RelationshipRow]] = ()
    """Relationships that say something else by now."""
    stale_relationships: Sequence[str] = ()
    """Relationships that the catalogue no longer has."""

    @property
    def size(self) -> int:
        """How many nodes and relationships it writes or deletes; those that hang on stale nodes are
        not counted.
        """
        return sum(len(part) for part in vars(self).values())


@dataclass(frozen=True)
class Existing:
    """What is known of the database before it is read."""

    digests: Digests
    """The digests of its last load."""
    counted: Mapping[str, int]
    """How many there were of each label and type when that load had ended."""
    counts: Mapping[str, int]
    """How many there are now."""
    trusted: bool
    """Whether the last load ended well."""

    def ranges(self, wanted: Digests, stream: str, names: Iterable[str]) -> _Ranges:
        """Where rows of a stream may differ: everywhere, if somebody else added or deleted what
        bears one of these names.
        """
        if not self.trusted or any(
            self.counted.get(name) != self.counts.get(name) for name in names
        ):
            return _EVERYTHING
        return wanted.differing(self.digests, stream)


def difference(
    tx: neo4j.ManagedTransaction,
    rows: GraphRows,
    wanted: Digests,
    existing: Existing,
    types: Mapping[str, Sequence[str]],
    labels: Mapping[str, Sequence[str]] | None = None,
) -> Difference:
    """What makes the database hold `rows`. `types`: the relationship types that ours may be of,
    with the properties that ours may have; `labels`: the same of nodes, if these are to be compared
    by what they say and not by their digests.
    """
    if not existing.counts[EVERY_NODE] and not existing.counts[statements.KEPT]:
        return Difference(new_nodes=rows.nodes, new_relationships=rows.relationships)
    nodes = _nodes(
        tx,
        rows,
        existing.ranges(wanted, NODES, [name for name in existing.counts if name not in types]),
        labels,
    )
    new = {node.id for node in chain(nodes.new_nodes, (node for _, node in nodes.revived))}
    ids = [node.properties["id"] for node in rows.nodes]
    of_type = {
        name: list(group) for name, group in groupby(rows.relationships, key=attrgetter("type"))
    }
    created: list[RelationshipRow] = []
    changed: list[tuple[str, RelationshipRow]] = []
    stale: list[str] = []
    for name, columns in types.items():
        ranges = existing.ranges(wanted, name, [name])
        starts = [node_id for node_id in _within(ids, ids, ranges) if node_id not in new]
        of_this = of_type.get(name, [])
        looked_at = list(_within(of_this, [row.start for row in of_this], ranges))
        if starts:
            everywhere = list(ranges) == list(_EVERYTHING)
            read = (
                tx.run(statements.all_relationships(name, columns))
                if everywhere
                else tx.run(statements.relationships_of(name, columns), ids=starts)
            )
            looked_at, differing, gone = _compared(looked_at, _held(read, set(starts)), columns)
            changed += differing
            stale += gone
        created += looked_at
    return replace(
        nodes, new_relationships=created, changed_relationships=changed, stale_relationships=stale
    )


def _nodes(
    tx: neo4j.ManagedTransaction,
    rows: GraphRows,
    ranges: _Ranges,
    labels: Mapping[str, Sequence[str]] | None,
) -> Difference:
    digests: dict[str, int | None] = (
        dict(_as_they_are(tx, rows, labels))
        if labels
        else {row["id"]: row["digest"] for row in _nodes_in(tx, ranges)}
    )
    kept = {row["id"]: row["element"] for row in tx.run(statements.KEPT_NODES)}
    ids = [n.properties["id"] for n in rows.nodes]
    new, changed = [], []
    for node in _within(rows.nodes, ids, ranges):
        if node.id not in digests:
            new.append(node)
        elif digests.pop(node.id) != node_digest(node):
            changed.append(node)
    revived = [(kept.pop(node.id), node) for node in new if node.id in kept]
    back = {node.id for _, node in revived}
    stale = sorted(digests.keys() - set(ids))
    return Difference(
        [n for n in new if n.id not in back],
        [*changed, *(node for _, node in revived)],
        stale,
        revived,
        list(kept.values()),
    )


def _as_they_are(
    tx: neo4j.ManagedTransaction, rows: GraphRows, labels: Mapping[str, Sequence[str]]
) -> Iterable[tuple[str, int | None]]:
    """All nodes of ours with their digests; without one, where the node says something else than
    its row.
    """
    wanted = {node.id: node for node in rows.nodes}
    for row in tx.run(statements.WHOLE_NODES):
        node = wanted.get(row["id"])
        same = (
            node
            and labels.keys() & set(row["labels"]) == {node.type}
            and all(
                row["facts"].get(name) == _as_read(node.properties.get(name))
                for name in labels[node.type]
            )
        )
        yield row["id"], row["digest"] if same else None


def _nodes_in(tx: neo4j.ManagedTransaction, ranges: _Ranges) -> Iterable[neo4j.Record]:
    if list(ranges) == list(_EVERYTHING):
        yield from tx.run(statements.ALL_NODES)
        return
    if closed := [[low, high] for low, high in ranges if high is not None]:
        yield from tx.run(statements.NODES_IN_RANGES, ranges=closed)
    for low, high in ranges:
        if high is None:
            yield from tx.run(statements.NODES_FROM, low=low)


def _held(read: Iterable[neo4j.Record], starts: Set[str]) -> _Held:
    """What was read, by its ends; what starts at a stale node is left out, because it
    goes with it.
    """
    held: _Held = defaultdict(list)
    for start, end, element, facts in read:
        if start in starts:
            held[start, end].append((element, facts))
    return held


def _compared(
    wanted: Sequence[RelationshipRow], held: _Held, columns: Sequence[str]
) -> tuple[list[RelationshipRow], list[tuple[str, RelationshipRow]], list[str]]:
    """The relationships to be made, to be changed and to be deleted. Parallel ones are told apart
    by what they say.
    """
    differ, created, changed = [], [], []
    for row in wanted:
        facts, candidates = (
            [_as_read(row.properties.get(column)) for column in columns],
            held[row.start, row.end],
        )
        place = next(
            (place for place, (_, values) in enumerate(candidates) if values == facts), None
        )
        if place is None:
            differ.append(row)
        else:
            candidates.pop(place)
    for row in differ:
        if candidates := held[row.start, row.end]:
            changed.append((candidates.pop()[0], row))
        else:
            created.append(row)
    return created, changed, [element for left in held.values() for element, _ in left]


def _as_read(value: Any) -> Any:
    return list(value) if isinstance(value, tuple) else value


def _within(rows: Sequence[_Row], keys: Sequence[str], ranges: _Ranges) -> Iterable[_Row]:
    """Those of `rows` (sorted, with their keys) whose key lies in one of the ranges."""
    for low, high in ranges:
        yield from rows[
            bisect_left(keys, low) : len(keys) if high is None else bisect_left(keys, high)
        ]
