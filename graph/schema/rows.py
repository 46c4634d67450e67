"""What a load puts into a store: rows of nodes and relationships, held against the declaration."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from itertools import groupby
from operator import attrgetter
from typing import Any

from graph.errors import StoreError
from graph.schema.schema import Property, Schema

_PYTHON: dict[str, tuple[type, ...]] = {
    "string": (str,),
    "json": (str,),
    "int": (int,),
    "float": (float, int),
    "bool": (bool,),
}
_MEMBERS: dict[str, type] = {"strings": str, "ints": int}
# a value of just this type fits: most do, and need no closer look
_PLAIN: dict[str, type] = {
    "string": str,
    "json": str,
    "int": int,
    "float": float,
    "bool": bool,
    "strings": list,
    "ints": list,
}


@dataclass(frozen=True)
class NodeRow:
    """A node of a declared type."""

    type: str
    """The declared type's name."""
    properties: Mapping[str, Any]
    """What it says, `id` among them; `graph_rows` fills in `type` and `hub`."""

    @property
    def id(self) -> str:
        node_id: str = self.properties["id"]
        return node_id


@dataclass(frozen=True)
class RelationshipRow:
    """A relationship of a declared type between two node ids."""

    type: str
    """The declared type's name."""
    start: str
    """The id of the node where it begins."""
    end: str
    """The id of the node to which it leads."""
    properties: Mapping[str, Any]
    """What it says; `graph_rows` fills in `type`."""


@dataclass(frozen=True)
class GraphRows:
    """A whole graph, made by `graph_rows`."""

    nodes: tuple[NodeRow, ...]
    """All nodes, sorted by id."""
    relationships: tuple[RelationshipRow, ...]
    """All relationships, sorted by type, ends and properties."""


def graph_rows(
    declared: Schema, nodes: Iterable[NodeRow], relationships: Iterable[RelationshipRow]
) -> GraphRows:
    """Rows that keep to the declaration, in one order whatever order they came in, with `type` and
    `hub` filled in.

    Raises StoreError for a row that does not: an unknown type or property, a value of another type,
    an id twice or with another type's prefix, an end that is not there or that the type does not
    join.
    """
    node_rows, relationship_rows = list(nodes), list(relationships)
    types = _types(declared, node_rows)
    known = {name: _declared(each.properties) for name, each in declared.relationships.items()}
    for row in relationship_rows:
        _check_relationship(declared, known, types, row)
    degree = Counter(end for row in relationship_rows for end in (row.start, row.end))
    filled = [
        NodeRow(n.type, {**n.properties, "type": n.type, "hub": _is_hub(declared, n, degree)})
        for n in node_rows
    ]
    named = [
        RelationshipRow(r.type, r.start, r.end, {**r.properties, "type": r.type})
        for r in relationship_rows
    ]
    return GraphRows(tuple(sorted(filled, key=lambda n: n.id)), tuple(_in_order(named)))


def _in_order(rows: Iterable[RelationshipRow]) -> Iterator[RelationshipRow]:
    ends = attrgetter("type", "start", "end")
    for _, alike in groupby(sorted(rows, key=ends), key=ends):
        several = list(alike)
        yield from several if len(several) == 1 else sorted(several, key=_all_properties)


def _all_properties(row: RelationshipRow) -> str:
    return repr(sorted(row.properties.items()))


def _is_hub(declared: Schema, node: NodeRow, degree: Counter[str]) -> bool:
    hub_from = declared.nodes[node.type].hub_from
    return hub_from is not None and degree[node.id] >= hub_from


def _types(declared: Schema, nodes: list[NodeRow]) -> dict[str, str]:
    types: dict[str, str] = {}
    known = {name: _declared(node.properties) for name, node in declared.nodes.items()}
    for row in nodes:
        if row.type not in declared.nodes:
            raise _refused(f"{row.type} is no declared node type")
        node = declared.nodes[row.type]
        _check_properties(
            f"{row.type} {row.properties.get('id')!r}", known[row.type], row.properties
        )
        if not row.properties.get("id", "").startswith(f"{node.prefix}:"):
            raise _refused(
                f"{row.type} {row.properties.get('id')!r}: its id does not begin with"
                f" {node.prefix}:"
            )
        if row.id in types:
            raise _refused(f"{row.type} {row.id!r} is there twice")
        types[row.id] = row.type
    return types


def _declared(properties: tuple[Property, ...]) -> dict[str, str]:
    """The type of each property by its name."""
    return {each.name: each.type for each in properties}


def _check_relationship(
    declared: Schema, known: dict[str, dict[str, str]], types: dict[str, str], row: RelationshipRow
) -> None:
    what = f"{row.type} from {row.start!r} to {row.end!r}"
    if row.type not in declared.relationships:
        raise _refused(f"{row.type} is no declared relationship type")
    relationship = declared.relationships[row.type]
    for end in (row.start, row.end):
        if end not in types:
            raise _refused(f"{what}: there is no node {end!r}")
    if (types[row.start], types[row.end]) not in relationship.joins:
        raise _refused(f"{what}: it does not join {types[row.start]} and {types[row.end]}")
    _check_properties(what, known[row.type], row.properties)
    if relationship.stated and len(row.properties.get("documents") or ()) != len(
        row.properties.get("lines") or ()
    ):
        raise _refused(f"{what}: documents and lines are not parallel")


def _check_properties(what: str, known: Mapping[str, str], properties: Mapping[str, Any]) -> None:
    for name, value in properties.items():
        if name not in known:
            raise _refused(f"{what}: property {name} is not declared")
        kind = known[name]
        if value is None or (type(value) is _PLAIN[kind] and (kind not in _MEMBERS or not value)):
            continue
        if not _fits(kind, value):
            raise _refused(f"{what}: {name} is {value!r}, not {kind}")


def _fits(kind: str, value: Any) -> bool:
    if isinstance(value, bool) and kind != "bool":
        return False
    member = _MEMBERS.get(kind)
    if member is None:
        return isinstance(value, _PYTHON[kind])
    return isinstance(value, list | tuple) and all(isinstance(text, member) for text in value)


def _refused(what: str) -> StoreError:
    return StoreError(
        what, "graph", "the catalogue and graph/schema/schema.yaml do not agree; report it"
    )
