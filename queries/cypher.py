"""Asking a question that stands in a .cypher file of this folder or of a room in it."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import Any

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
