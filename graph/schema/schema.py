"""The declaration of node and relationship types (schema.yaml), read and checked."""

from __future__ import annotations

import hashlib
import json
import re
from collections.abc import Iterable
from dataclasses import asdict, dataclass, replace
from functools import cache, cached_property
from pathlib import Path
from typing import Literal, get_args

from graph.bounds import quoted
from graph.errors import VocabularyError
from graph.files.yaml_file import parse_yaml
from graph.schema.entry import Entry, UnfitError

# the label of all our nodes besides their type, where a store holds others' data too
EVERY_NODE = "Shisaku"
PropertyType = Literal["string", "int", "float", "bool", "strings", "ints", "json"]
_TYPES: dict[str, PropertyType] = {name: name for name in get_args(PropertyType)}
# how a value is written that is not shown as it is, and the type that it has
Written = Literal["date", "yen"]
_WRITTEN: dict[str, tuple[Written, PropertyType]] = {
    "date": ("date", "string"),
    "yen": ("yen", "int"),
}
_CODE = "code:"
SHAPES = ("box", "pill", "hexagon", "tag", "cut", "slanted", "ribbon", "folded")
_COLOUR = re.compile(r"#[0-9A-F]{6}")
_NODE, _RELATIONSHIP, _NAME = (
    re.compile(r"[A-Z][A-Za-z]*"),
    re.compile(r"[A-Z][A-Z_]*"),
    re.compile(r"[a-z][a-z0-9_]*"),
)


@dataclass(frozen=True)
class Property:
    """A property of a node or relationship."""

    name: str
    """Its name in queries."""
    type: PropertyType
    """The kind of its values."""
    about: str
    """What it holds, in a few words."""
    internal: bool = False
    """It is kept for searching: no answer and no export shows it."""
    apart: bool = False
    """A card does not list it: it stands elsewhere on the card, or tells a reader nothing."""
    written: Written | None = None
    """It is shown as a date or a sum of yen; None: as it is."""
    codes: str | None = None
    """The group of texts by which its codes are shown; None: it holds no code."""

    @property
    def listed(self) -> bool:
        """Whether a card lists it among what a node or relationship says of itself."""
        return not (self.internal or self.apart)


@dataclass(frozen=True)
class Colour:
    """A type's colour (#RRGGBB)."""

    light: str
    """The colour on a light ground."""
    dark: str
    """The colour on a dark one."""


@dataclass(frozen=True)
class NodeType:
    """A node type."""

    name: str
    """Its label."""
    japanese: str
    """What Japanese readers call it."""
    english: str
    """What English readers call it."""
    prefix: str
    """The type as an id says it: an id starts with `prefix:`."""
    about: str
    """What such a node stands for."""
    colour: Colour
    """Its colour in pictures and the legend."""
    shape: str
    """Its outline there, one of SHAPES; types of one colour have one shape."""
    hub_from: int | None
    """A node on which so many relationships hang is a hub; 0 makes every one a hub, None none."""
    searchable: bool
    """Whether `find` looks for it."""
    properties: tuple[Property, ...]
    """All of them, first what every node has; the key is `id`."""


@dataclass(frozen=True)
class RelationshipType:
    """A relationship type."""

    name: str
    """Its type."""
    japanese: str
    """What Japanese readers call it."""
    english: str
    """What English readers call it."""
    joins: tuple[tuple[str, str], ...]
    """(from, to) for every pair of node types that it may join."""
    stated: bool
    """Documents state it, so it carries `documents` and `lines`."""
    current: bool
    """It is a fact about a measure that may have lapsed, so it carries `current`."""
    properties: tuple[Property, ...]
    """All of them, first what every relationship has."""


@dataclass(frozen=True)
class Schema:
    """All types by name, in the order of the declaration."""

    nodes: dict[str, NodeType]
    """Node types by their label."""
    relationships: dict[str, RelationshipType]
    """Relationship types by their name."""
    every_node: tuple[Property, ...]
    """What every node has."""
    every_searchable_node: tuple[Property, ...]
    """What a node has besides that `find` looks for."""
    every_relationship: tuple[Property, ...]
    """What every relationship has."""
    of_stated: tuple[Property, ...]
    """What a relationship has besides that documents state."""
    of_current: tuple[Property, ...]
    """What one has besides that may have lapsed."""

    def type_of(self, node_id: str) -> str:
        """The node type that an id's prefix names; raises KeyError for another prefix."""
        return self._by_prefix[node_id.partition(":")[0]]

    @cached_property
    def internal(self) -> frozenset[str]:
        """The names of the properties that are kept for searching alone."""
        types: list[NodeType | RelationshipType] = [*self.nodes.values()]
        types += self.relationships.values()
        return frozenset(p.name for kind in types for p in kind.properties if p.internal)

    @cached_property
    def digest(self) -> str:
        """16 hexadecimal digits; another declaration has others, but for how types are drawn."""
        held = asdict(self)
        for node in held["nodes"].values():
            del node["colour"], node["shape"]
        return hashlib.sha256(json.dumps(held).encode()).hexdigest()[:16]

    @cached_property
    def _by_prefix(self) -> dict[str, str]:
        return {node.prefix: node.name for node in self.nodes.values()}


def read_schema(path: Path) -> Schema:
    """The declaration of a file; raises VocabularyError for one that does not hold together."""
    raw = parse_yaml(path)
    try:
        declared = _schema(Entry("the file", raw))
        _check_joins(declared)
        _check_names(declared.nodes.values(), _NODE)
        _check_names(declared.relationships.values(), _RELATIONSHIP)
    except UnfitError as error:
        raise VocabularyError(str(error), path.name, "mend the declaration") from error
    return declared


@cache
def schema() -> Schema:
    """The declaration of schema.yaml, read once."""
    return read_schema(Path(__file__).with_name("schema.yaml"))


# --- what the file says ---------------------------------------------------------------------------


def _schema(file: Entry) -> Schema:
    every_node = _properties(file.entry("every_node"))
    every_searchable = _properties(file.entry("every_searchable_node"))
    every_relationship = _properties(file.entry("every_relationship"))
    stated = _properties(file.entry("stated_relationship"))
    current = _properties(file.entry("current_relationship"))
    declared = Schema(
        {
            name: _node(name, entry, every_node, every_searchable)
            for name, entry in file.entry("nodes").entries()
        },
        {
            name: _relationship(name, entry, every_relationship, stated, current)
            for name, entry in file.entry("relationships").entries()
        },
        every_node,
        every_searchable,
        every_relationship,
        stated,
        current,
    )
    file.end()
    return declared


def _node(
    name: str, entry: Entry, every: tuple[Property, ...], every_searchable: tuple[Property, ...]
) -> NodeType:
    searchable = entry.mark("searchable")
    node = NodeType(
        name=name,
        japanese=entry.text("japanese"),
        english=entry.text("english"),
        prefix=entry.text("prefix"),
        about=entry.text("about"),
        colour=_colour(entry.entry("colour")),
        shape=entry.one_of("shape", SHAPES),
        hub_from=entry.hub_from(),
        searchable=searchable,
        properties=_once(
            name,
            every,
            every_searchable if searchable else (),
            _properties(entry.entry("properties")),
        ),
    )
    entry.end()
    return node


def _relationship(
    name: str,
    entry: Entry,
    every: tuple[Property, ...],
    of_stated: tuple[Property, ...],
    of_current: tuple[Property, ...],
) -> RelationshipType:
    stated, current = entry.mark("stated"), entry.mark("current")
    relationship = RelationshipType(
        name=name,
        japanese=entry.text("japanese"),
        english=entry.text("english"),
        joins=tuple((start, end) for start, ends in entry.entry("joins").lists() for end in ends),
        stated=stated,
        current=current,
        properties=_once(
            name,
            every,
            _properties(entry.entry("properties")),
            of_stated if stated else (),
            of_current if current else (),
        ),
    )
    entry.end()
    return relationship


def _colour(entry: Entry) -> Colour:
    colour = Colour(entry.text("light"), entry.text("dark"))
    entry.end()
    for value in (colour.light, colour.dark):
        if not _COLOUR.fullmatch(value):
            raise UnfitError(f"{quoted(value)} is no colour (#RRGGBB, upper case)")
    return colour


def _properties(entry: Entry) -> tuple[Property, ...]:
    return tuple(_property(name, texts) for name, texts in entry.lists())


def _property(name: str, texts: list[str]) -> Property:
    """A property from `[type, what it says]`, with a mark behind them where it bears one."""
    match texts:
        case [kind, about, *marks] if kind in _TYPES and len(marks) <= 1:
            plain = Property(name, _TYPES[kind], about)
            return _marked(plain, marks[0]) if marks else plain
        case _:
            raise UnfitError(
                f"{name}: {quoted(texts)} is not [type, what it says]"
                f" with a type of {', '.join(_TYPES)}"
            )


def _marked(plain: Property, mark: str) -> Property:
    if mark == "internal":
        return replace(plain, internal=True)
    if mark == "apart":
        return replace(plain, apart=True)
    if mark in _WRITTEN:
        written, of_type = _WRITTEN[mark]
        marked = replace(plain, written=written)
    elif mark.startswith(_CODE) and mark != _CODE:
        of_type, marked = "string", replace(plain, codes=mark.removeprefix(_CODE))
    else:
        marks = ", ".join(("internal", "apart", *_WRITTEN, f"{_CODE}GROUP"))
        raise UnfitError(f"{plain.name}: {quoted(mark)} is no mark of {marks}")
    if plain.type != of_type:
        raise UnfitError(f"{plain.name}: {mark} stands with {of_type} alone, not {plain.type}")
    return marked


def _once(name: str, *groups: tuple[Property, ...]) -> tuple[Property, ...]:
    merged: dict[str, Property] = {}
    for declared in (p for group in groups for p in group):
        if merged.setdefault(declared.name, declared) is not declared:
            raise UnfitError(f"{name}: property {declared.name} is declared twice")
    return tuple(merged.values())


# --- whether it holds together --------------------------------------------------------------------


def _check_joins(declared: Schema) -> None:
    prefixes: dict[str, str] = {}
    for node in declared.nodes.values():
        if (before := prefixes.setdefault(node.prefix, node.name)) != node.name:
            raise UnfitError(f"{node.name} and {before} share the prefix {node.prefix}")
    for relationship in declared.relationships.values():
        for end in {end for pair in relationship.joins for end in pair} - set(declared.nodes):
            raise UnfitError(f"{relationship.name} joins {end}, which is no node type")


def _check_names(kinds: Iterable[NodeType | RelationshipType], form: re.Pattern[str]) -> None:
    """Names become part of statements; and one property has one type wherever it stands: LadybugDB
    refuses `MATCH (n) RETURN n.x` otherwise.
    """
    types: dict[str, str] = {}
    for kind in kinds:
        _check_fit(form, kind.name)
        for declared in kind.properties:
            _check_fit(_NAME, declared.name)
            if (known := types.setdefault(declared.name, declared.type)) != declared.type:
                raise UnfitError(
                    f"{kind.name}.{declared.name} is {declared.type}, elsewhere {known}"
                )


def _check_fit(form: re.Pattern[str], name: str) -> None:
    if not form.fullmatch(name):
        raise UnfitError(f"{quoted(name)} is no fit name")
