"""Collecting rows: the same node or relationship met twice becomes one, with the places of both."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from graph.language.fold import fold
from graph.language.search_key import search_key
from graph.schema.rows import GraphRows, NodeRow, RelationshipRow, graph_rows
from graph.schema.schema import Property, Schema, schema

Place = tuple[str, int]  # document id, line from 1
_Key = tuple[str, str, str, str]  # type, both ends, what tells it from others between them


class Collector:
    """Rows in the making. `node` and the relationship methods may be called in any order; `rows`
    checks and sorts.
    """

    def __init__(self, declared: Schema | None = None) -> None:
        self._schema = declared or schema()
        self._nodes: dict[str, NodeRow] = {}
        self._relationships: dict[_Key, dict[str, Any]] = {}
        self._places: dict[_Key, set[Place]] = {}

    def id_of(self, kind: str, key: str) -> str:
        """The id of a node: its type's prefix before the key, unless the key bears it already."""
        prefix = f"{self._schema.nodes[kind].prefix}:"
        return key if key.startswith(prefix) else prefix + key

    def properties(self, kind: str) -> tuple[Property, ...]:
        """What the declaration keeps on nodes of a type, but for what every node has."""
        return tuple(
            declared
            for declared in self._schema.nodes[kind].properties
            if declared.name not in ("id", "name")
        )

    def node(
        self,
        kind: str,
        key: str,
        name: str,
        /,
        *,
        known_as: Iterable[str] = (),
        words: Iterable[str] = (),
        **properties: Any,
    ) -> str:
        """Adds a node unless it is there, and gives its id.

        `known_as`: other names that mean it; `words`: more that a search should find it by.
        """
        node_id = self.id_of(kind, key)
        if node_id not in self._nodes:
            searched = (
                self._searched(node_id, name, known_as, words)
                if self._schema.nodes[kind].searchable
                else {}
            )
            self._nodes[node_id] = NodeRow(
                kind, {"id": node_id, "name": name, **searched, **properties}
            )
        return node_id

    def _searched(
        self, node_id: str, name: str, known_as: Iterable[str], words: Iterable[str]
    ) -> dict[str, Any]:
        names = list(
            dict.fromkeys(
                fold(known_name) for known_name in (name, *known_as, node_id) if known_name
            )
        )
        searched = _in_both_forms([*names, *(fold(word) for word in words if word)])
        return {
            "folded": fold(name),
            "known_as": _in_both_forms(names),
            "words": "\n".join(searched),
        }

    def relationship(self, kind: str, start: str, end: str, /, **properties: Any) -> None:
        """Adds a relationship that no document states as such (structure, vocabulary); the same
        twice is one.
        """
        self._relationships.setdefault((kind, start, end, _frozen(properties)), properties)

    def stated(
        self,
        kind: str,
        start: str,
        end: str,
        places: Iterable[Place],
        /,
        *,
        apart: Mapping[str, Any] | None = None,
        **properties: Any,
    ) -> None:
        """Adds a relationship that documents state at `places`, or adds the places to the one that
        is there.

        Relationships that differ in the properties `apart` are different ones. Of those that are
        the same, what one says holds for both: true wins over false, lists are joined, the first
        value stays.
        """
        key = (kind, start, end, _frozen(apart or {}))
        known = self._relationships.setdefault(key, dict(apart or {}))
        for name, value in properties.items():
            known[name] = _joined(known.get(name), value)
        self._places.setdefault(key, set()).update(places)

    def rows(self) -> GraphRows:
        """All rows, checked against the declaration."""
        relationships = []
        for key, properties in self._relationships.items():
            if key in self._places:
                places = sorted(self._places[key])
                properties = properties | {
                    "documents": [d for d, _ in places],
                    "lines": [line for _, line in places],
                }
            relationships.append(RelationshipRow(key[0], key[1], key[2], properties))
        return graph_rows(self._schema, self._nodes.values(), relationships)


def _in_both_forms(folded: Iterable[str]) -> list[str]:
    """Folded names, and behind them the forms of these that a search compares."""
    names = list(folded)
    return list(dict.fromkeys([*names, *map(search_key, names)]))


def _frozen(properties: Mapping[str, Any]) -> str:
    return repr(sorted(properties.items())) if properties else ""


def _joined(known: Any, value: Any) -> Any:
    if isinstance(known, bool) and isinstance(value, bool):
        return known or value
    if isinstance(known, list) and isinstance(value, list):
        return list(dict.fromkeys(known + value))
    return value if known is None else known
