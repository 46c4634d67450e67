"""Asking a question that stands in a .cypher file of this folder or of a room in it."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Mapping, Sequence
from functools import cache
from pathlib import Path
from typing import Any

from graph.schema.schema import EVERY_NODE, schema
from graph.store import Store

_FOLDER = Path(__file__).parent
_MANY = 200  # ids from which looking each one up is quicker
_AMONG = re.compile(r"(?<!\w)(\w+)\.id IN \$ids\b")


@cache
def question(name: str) -> str:
    """The text of a question, by its file: overlap/pairs."""
    return (_FOLDER / f"{name}.cypher").read_text(encoding="utf-8")


def ask(store: Store, name: str, /, **params: Any) -> list[dict[str, Any]]:
    """The rows that the question of that name gives, in its order; `params` are what the question
    calls $name. Raises StoreError where the store refuses it.
    """
    return store.read(question(name), **params)


def ask_of_node(store: Store, name: str, node_id: str, /, **params: Any) -> list[dict[str, Any]]:
    """The rows of a question about one node of any type (its first Shisaku, found by $id), asked of
    its type alone: a store looks for it among those, not among all.
    """
    text = _of_types(name, frozenset([schema().type_of(node_id)]))
    return store.read(text, id=node_id, **params)


def ask_of_nodes(
    store: Store, name: str, ids: Iterable[str], /, **params: Any
) -> list[dict[str, Any]]:
    """The same of many nodes (its first Shisaku, found by $ids), asked of their types alone; an id
    that begins with no type's prefix is no node's.
    """
    prefixes = {declared.prefix: kind for kind, declared in schema().nodes.items()}
    known = {node_id: prefixes.get(node_id.partition(":")[0]) for node_id in ids}
    asked = [node_id for node_id, kind in known.items() if kind]
    if not asked:
        return []
    text = _of_types(name, frozenset(filter(None, known.values())))
    return _of_some(store, text, asked, params)


def ask_of_many(
    store: Store, name: str, ids: Collection[str], /, **params: Any
) -> list[dict[str, Any]]:
    """The rows of a question about nodes of one type (those whose id is IN $ids, each named once).
    Of many each is looked up by its id: a store would go through the list for every node it meets.
    """
    return _of_some(store, question(name), list(ids), params)


def _of_some(
    store: Store, text: str, ids: Sequence[str], params: Mapping[str, Any]
) -> list[dict[str, Any]]:
    if not ids:
        return []
    if len(ids) == 1:
        return store.read(_of_one(text), id=ids[0], **params)
    return store.read(text if len(ids) < _MANY else each_looked_up(text), ids=ids, **params)


def ask_among(store: Store, name: str, ids: Collection[str], /) -> list[dict[str, Any]]:
    """The rows, in no order, of a question about the relationships among nodes (its first [r], of
    $ids, with its `facts`), asked of the types alone that may join nodes of theirs, and of what
    these declare: a store puts together what all others could say, too, and hands a relationship
    over in twice the time that its properties take.
    """
    kinds = frozenset(schema().type_of(node_id) for node_id in ids)
    types = [
        kind
        for kind, declared in schema().relationships.items()
        if any(start in kinds and end in kinds for start, end in declared.joins)
    ]
    if not types:
        return []
    rows = store.read(_among_types(name, tuple(types)), ids=list(ids))
    for row in rows:
        row["facts"] = {key: value for key, value in row["facts"].items() if value is not None}
    return rows


@cache
def _of_one(text: str) -> str:
    """The text asked of one id: a store goes through all nodes of a type for a list of one."""
    return _AMONG.sub(r"\1.id = $id", text, count=1)


@cache
def each_looked_up(text: str) -> str:
    """The text of a question about $ids that looks each of them up."""
    return "UNWIND $ids AS wanted\n" + _AMONG.sub(r"\1.id = wanted", text, count=1)


@cache
def _of_types(name: str, kinds: frozenset[str]) -> str:
    """The text asked of nodes of these types alone."""
    of_these = "|".join(kind for kind in schema().nodes if kind in kinds)
    label = f"&({of_these})" if len(kinds) > 1 else f":{of_these}"
    return question(name).replace(f":{EVERY_NODE}", f":{EVERY_NODE}{label}", 1)


@cache
def _among_types(name: str, types: tuple[str, ...]) -> str:
    """The text asked of relationships of these types alone, in no order."""
    unordered = question(name).partition("\nORDER BY")[0]  # it goes by what not every type says
    said = dict.fromkeys(p.name for kind in types for p in schema().relationships[kind].properties)
    facts = ", ".join(f"`{one}`: r.`{one}`" for one in said)
    of_these = unordered.replace("[r]", f"[r:{'|'.join(types)}]", 1)
    return of_these.replace("r AS facts", f"{{{facts}}} AS facts", 1)
