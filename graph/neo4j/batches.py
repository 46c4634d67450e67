"""A difference as batches, each one statement with its rows, in phases that go one
after the other.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import chain
from typing import Any, TypeVar

import neo4j

from graph.errors import StoreError
from graph.neo4j import statements
from graph.neo4j.difference import Difference
from graph.neo4j.digests import node_digest
from graph.neo4j.runs import State
from graph.neo4j.statements import columns_of
from graph.schema.rows import NodeRow, RelationshipRow
from graph.schema.schema import NodeType, Property, RelationshipType, Schema

_Row = TypeVar("_Row")
# the server needs some 2 KB of its transaction memory for a node or relationship; more a batch is
# no faster
NODES_A_BATCH, RELATIONSHIPS_A_BATCH = 10_000, 20_000


@dataclass(frozen=True)
class Batch:
    """A statement with its rows."""

    statement: str
    """Cypher that takes `$rows`."""
    parameters: dict[str, Any]
    """Its parameters, `rows` among them."""
    ends: Sequence[str] = ()
    """The ids of the nodes that its relationships join, each once; it must make one of each row
    then."""

    @property
    def size(self) -> int:
        """How many rows it brings."""
        return len(self.parameters["rows"])

    def write(self, tx: neo4j.ManagedTransaction) -> None:
        """Raises StoreError where somebody deleted nodes meanwhile that relationships
        are to join.
        """
        if not self.ends:
            tx.run(self.statement, self.parameters).consume()
            return
        elements = dict(tx.run(statements.ELEMENTS, ids=self.ends).single(strict=True)["pairs"])
        rows = [
            [elements.get(start), elements.get(end), *values]
            for start, end, *values in self.parameters["rows"]
        ]
        if (
            tx.run(self.statement, {**self.parameters, "rows": rows})
            .consume()
            .counters.relationships_created
            < self.size
        ):
            raise StoreError("nodes of ours were deleted during the load", "graph", "load again")


def phases(declared: Schema, differs: Difference, state: State) -> Iterator[Iterator[Batch]]:
    """The batches of a difference but for its stale nodes (graph.neo4j.sweep). What is in one phase
    may be written side by side.

    `state`: the run that writes, and what earlier ones have written, which the declaration may have
    left behind.
    """
    yield _of_ids(
        statements.DELETE_RELATIONSHIPS, differs.stale_relationships, RELATIONSHIPS_A_BATCH
    )
    yield chain.from_iterable(
        _of_ids(
            statements.revive_nodes(declared.nodes[kind]),
            [element for element, _ in pairs],
            NODES_A_BATCH,
        )
        for kind, pairs in _by_type(differs.revived, lambda pair: pair[1].type).items()
    )
    yield _changed_nodes(declared, differs.changed_nodes, state)
    yield _new_nodes(declared, differs.new_nodes, state)
    yield chain(
        _changed_relationships(declared, differs.changed_relationships, state),
        _new_relationships(declared, differs.new_relationships, state),
    )


def _of_ids(statement: str, ids: Sequence[str], size: int) -> Iterator[Batch]:
    for part in cut(ids, size):
        yield Batch(statement, {"rows": part})


def _new_nodes(declared: Schema, rows: Sequence[NodeRow], state: State) -> Iterator[Batch]:
    for kind, of_type in _by_type(rows, lambda row: row.type).items():
        for part in cut(of_type, NODES_A_BATCH):
            columns = _filled_columns(declared.nodes[kind], part)
            brought = [
                [*values, node_digest(row)]
                for values, row in zip(_values(columns, part), part, strict=True)
            ]
            yield Batch(
                statements.create_nodes(declared.nodes[kind], columns),
                {"rows": brought, "run": state.run},
            )


def _changed_nodes(declared: Schema, rows: Sequence[NodeRow], state: State) -> Iterator[Batch]:
    labels = labels_of(declared, state)
    for kind, of_type in _by_type(rows, lambda row: row.type).items():
        node, statement = (
            declared.nodes[kind],
            statements.change_nodes(declared.nodes[kind], labels),
        )
        for part in cut(of_type, NODES_A_BATCH):
            brought = [
                [*values, node_digest(row)]
                for values, row in zip(_values(columns_of(node), part), part, strict=True)
            ]
            yield Batch(
                statement,
                {
                    "rows": brought,
                    "run": state.run,
                    "retired": _retired(node, state.labels.get(kind, ())),
                    "others": _retired(node, chain.from_iterable(state.labels.values())),
                },
            )


def _new_relationships(
    declared: Schema, rows: Sequence[RelationshipRow], state: State
) -> Iterator[Batch]:
    for kind, of_type in _by_type(rows, lambda row: row.type).items():
        for part in cut(of_type, RELATIONSHIPS_A_BATCH):
            columns = _filled_columns(declared.relationships[kind], part)
            brought = [
                [row.start, row.end, *values]
                for values, row in zip(_values(columns, part), part, strict=True)
            ]
            yield Batch(
                statements.create_relationships(declared.relationships[kind], columns),
                {"rows": brought, "run": state.run},
                ends=list({end: None for row in part for end in (row.start, row.end)}),
            )


def _changed_relationships(
    declared: Schema, changed: Sequence[tuple[str, RelationshipRow]], state: State
) -> Iterator[Batch]:
    for kind, of_type in _by_type(changed, lambda pair: pair[1].type).items():
        relationship = declared.relationships[kind]
        for part in cut(of_type, RELATIONSHIPS_A_BATCH):
            brought = [
                [element, *values]
                for (element, _), values in zip(
                    part, _values(columns_of(relationship), [row for _, row in part]), strict=True
                )
            ]
            yield Batch(
                statements.change_relationships(relationship),
                {
                    "rows": brought,
                    "run": state.run,
                    "retired": _retired(relationship, state.types.get(kind, ())),
                },
            )


def labels_of(declared: Schema, state: State) -> list[str]:
    """The labels that nodes of ours may bear besides the common one."""
    return list(dict.fromkeys((*declared.nodes, *state.labels)))


def _retired(declared: NodeType | RelationshipType, written: Iterable[str]) -> dict[str, None]:
    """The properties among those once written that the declaration does not give the type; without
    a value, which takes them away.
    """
    return dict.fromkeys(sorted(set(written) - {p.name for p in declared.properties}))


def _filled_columns(
    declared: NodeType | RelationshipType, rows: Sequence[NodeRow] | Sequence[RelationshipRow]
) -> list[Property]:
    """The columns that are not empty in all of the rows."""
    return [
        p
        for p in columns_of(declared)
        if any(row.properties.get(p.name) is not None for row in rows)
    ]


def _values(
    columns: Sequence[Property], rows: Iterable[NodeRow | RelationshipRow]
) -> Iterator[list[Any]]:
    for row in rows:
        # a database keeps whole numbers apart from others, and must not hold both under one name
        yield [
            (
                float(value)
                if p.type == "float" and isinstance(value := row.properties.get(p.name), int)
                else row.properties.get(p.name)
            )
            for p in columns
        ]


def cut(rows: Sequence[_Row], size: int) -> Iterator[Sequence[_Row]]:
    """The rows in parts of at most `size`."""
    for low in range(0, len(rows), size):
        yield rows[low : low + size]


def _by_type(rows: Iterable[_Row], type_of: Callable[[_Row], str]) -> dict[str, list[_Row]]:
    grouped: dict[str, list[_Row]] = defaultdict(list)
    for row in rows:
        grouped[type_of(row)].append(row)
    return grouped
