"""The declaration of node and relationship types (schema.yaml), read and checked."""

from __future__ import annotations

import re
from functools import cache, cached_property
from pathlib import Path
from typing import Any, Literal

import yaml
from pydantic import (
    BaseModel,
    ConfigDict,
    ValidationError,
    field_validator,
    model_validator,
)

from graph.errors import VocabularyError

# the label of all our nodes besides their type, where a store holds others' data too
EVERY_NODE = "Shisaku"
PropertyType = Literal["string", "int", "float", "bool", "strings", "ints", "json"]
_COLOUR = re.compile(r"#[0-9A-F]{6}")
_NODE, _RELATIONSHIP, _NAME = (
    re.compile(r"[A-Z][A-Za-z]*"),
    re.compile(r"[A-Z][A-Z_]*"),
    re.compile(r"[a-z][a-z0-9_]*"),
)


class _Declared(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid")


class Property(_Declared):
    """A property of a node or relationship; `about` says what it holds."""

    name: str
    type: PropertyType
    about: str


class Colour(_Declared):
    """A type's colour on a light and on a dark ground (#RRGGBB)."""

    light: str
    dark: str

    @field_validator("light", "dark")
    @classmethod
    def _is_a_colour(cls, value: str) -> str:
        if not _COLOUR.fullmatch(value):
            raise ValueError(f"{value!r} is no colour (#RRGGBB, upper case)")
        return value


class NodeType(_Declared):
    """A node type. `hub_from`: a node on which this many relationships hang is a hub; 0 makes every
    one a hub, None none.

    `properties` begins with what every node has; the key is `id`, which starts with `prefix:`.
    """

    name: str
    japanese: str
    english: str
    prefix: str
    about: str
    colour: Colour
    hub_from: int | None
    searchable: bool
    properties: tuple[Property, ...]


class RelationshipType(_Declared):
    """A relationship type. `joins`: (from, to) for every pair of node types that it may join.

    `stated`: documents state it, so it carries `documents` and `lines`; `current`: it is a fact
    about a measure that may have lapsed.
    """

    name: str
    japanese: str
    english: str
    joins: tuple[tuple[str, str], ...]
    stated: bool
    current: bool
    properties: tuple[Property, ...]


class Schema(_Declared):
    """All types by name, in the order of the declaration."""

    nodes: dict[str, NodeType]
    relationships: dict[str, RelationshipType]

    @model_validator(mode="after")
    def _holds_together(self) -> Schema:
        prefixes: dict[str, str] = {}
        for node in self.nodes.values():
            if (other := prefixes.setdefault(node.prefix, node.name)) != node.name:
                raise ValueError(f"{node.name} and {other} share the prefix {node.prefix}")
        for relationship in self.relationships.values():
            for end in {end for pair in relationship.joins for end in pair} - set(self.nodes):
                raise ValueError(f"{relationship.name} joins {end}, which is no node type")
        for declared, form in ((self.nodes, _NODE), (self.relationships, _RELATIONSHIP)):
            types: dict[str, str] = {}
            for name, entry in declared.items():
                _named(form, name)
                for each in entry.properties:
                    _named(_NAME, each.name)
                    if (
                        types.setdefault(each.name, each.type) != each.type
                    ):  # LadybugDB refuses `MATCH (n) RETURN n.x` then
                        raise ValueError(
                            f"{name}.{each.name} is {each.type}, elsewhere {types[each.name]}"
                        )
        return self

    def type_of(self, node_id: str) -> str:
        """The node type that an id's prefix names; raises KeyError for another prefix."""
        return self._by_prefix[node_id.partition(":")[0]]

    @cached_property
    def _by_prefix(self) -> dict[str, str]:
        return {node.prefix: node.name for node in self.nodes.values()}


def _named(form: re.Pattern[str], name: str) -> None:
    if not form.fullmatch(name):
        raise ValueError(f"{name!r} is no fit name")


def _properties(*groups: dict[str, list[str]]) -> list[dict[str, str]]:
    merged: dict[str, dict[str, str]] = {}
    for group in groups:
        for name, (kind, about) in group.items():
            if name in merged:
                raise ValueError(f"property {name} is declared twice")
            merged[name] = {"name": name, "type": kind, "about": about}
    return list(merged.values())


def _hub_from(mark: str | int | None) -> int | None:
    if mark is None:
        return None
    if mark == "always":
        return 0
    if isinstance(mark, int) and not isinstance(mark, bool) and mark > 0:
        return mark
    raise ValueError(f"hub: {mark!r} is neither `always` nor a number above 0")


def _node(name: str, entry: dict[str, Any], raw: dict[str, Any]) -> dict[str, Any]:
    entry = dict(entry)
    searchable = entry.pop("searchable", False)
    groups = [
        raw["every_node"],
        raw["every_searchable_node"] if searchable else {},
        entry.pop("properties"),
    ]
    return entry | {
        "name": name,
        "searchable": searchable,
        "hub_from": _hub_from(entry.pop("hub", None)),
        "properties": _properties(*groups),
    }


def _relationship(name: str, entry: dict[str, Any], raw: dict[str, Any]) -> dict[str, Any]:
    entry = dict(entry)
    stated, current = entry.pop("stated", False), entry.pop("current", False)
    groups = [
        raw["every_relationship"],
        entry.pop("properties"),
        raw["stated_relationship"] if stated else {},
        raw["current_relationship"] if current else {},
    ]
    joins = [(start, end) for start, ends in entry.pop("joins").items() for end in ends]
    return entry | {
        "name": name,
        "stated": stated,
        "current": current,
        "joins": joins,
        "properties": _properties(*groups),
    }


def read_schema(path: Path) -> Schema:
    """The declaration of a file; raises VocabularyError for one that does not hold together."""
    try:
        raw = yaml.safe_load(path.read_text(encoding="utf-8"))
        return Schema.model_validate(
            {
                "nodes": {name: _node(name, entry, raw) for name, entry in raw["nodes"].items()},
                "relationships": {
                    name: _relationship(name, entry, raw)
                    for name, entry in raw["relationships"].items()
                },
            }
        )
    except ValidationError as error:
        first = error.errors()[0]
        where = "".join(f"{part}: " for part in first["loc"])
        raise VocabularyError(where + first["msg"], path.name, "mend the declaration") from error
    except (yaml.YAMLError, KeyError, TypeError, ValueError, AttributeError) as error:
        raise VocabularyError(
            f"not a declaration: {error!r}", path.name, "mend the declaration"
        ) from error


@cache
def schema() -> Schema:
    """The declaration of schema.yaml, read once."""
    return read_schema(Path(__file__).with_name("schema.yaml"))
