"""Implementing bodies that work for several ministries."""

from __future__ import annotations

from dataclasses import dataclass

from graph.store import Store
from queries.sources import Source


@dataclass(frozen=True)
class ServedMeasure:
    id: str
    title: str
    role: str
    ministries: tuple[str, ...]
    sources: tuple[Source, ...]


@dataclass(frozen=True)
class SharedBody:
    """A body and the measures that it serves; ministries by name, with how many of the measures are theirs (printed, not derived)."""

    id: str
    name: str
    ministries: tuple[tuple[str, int], ...]
    measures: tuple[ServedMeasure, ...]


def shared_bodies(store: Store) -> tuple[SharedBody, ...]:
    """Bodies that serve measures of at least two ministries, most ministries first, then most measures, then id."""
    raise NotImplementedError
