"""Things in their order, each with the one before it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TypeVar

T = TypeVar("T")


def with_before(things: Iterable[T]) -> Iterator[tuple[T | None, T]]:
    """Each thing with the one before it; the first has None."""
    before: T | None = None
    for thing in things:
        yield before, thing
        before = thing
