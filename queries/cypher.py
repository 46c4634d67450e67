"""Asking a question that stands in a .cypher file of this folder or of a room in it."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache
from pathlib import Path
from typing import Any

from graph.schema.schema import EVERY_NODE, schema
from graph.store import Store

_FOLDER = Path(__file__).parent


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
    return store.read(_of_type(name, schema().type_of(node_id)), id=node_id, **params)


def ask_of_nodes(
    store: Store, name: str, ids: Iterable[str], /, **params: Any
) -> list[dict[str, Any]]:
    """The same of many nodes (its first Shisaku, found by $ids), asked of their type alone where
    they are of one; an id that begins with no type's prefix is no node's.
    """
    prefixes = {declared.prefix: kind for kind, declared in schema().nodes.items()}
    known = {node_id: prefixes.get(node_id.partition(":")[0]) for node_id in ids}
    asked = [node_id for node_id, kind in known.items() if kind]
    kinds = set(filter(None, known.values()))
    if not kinds:
        return []
    return store.read(
        _of_type(name, kinds.pop()) if len(kinds) == 1 else question(name), ids=asked, **params
    )


@cache
def _of_type(name: str, kind: str) -> str:
    return question(name).replace(f":{EVERY_NODE}", f":{EVERY_NODE}:{kind}", 1)
