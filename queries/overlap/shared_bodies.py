"""Implementing bodies that work for several ministries."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from itertools import groupby
from typing import Any

from graph.store import Store
from queries.cypher import ask
from queries.kept import kept
from queries.sources import Source, sources


@dataclass(frozen=True)
class ServedMeasure:
    """A measure that a body serves."""

    id: str
    """The measure's id."""
    title: str
    """The measure's title."""
    role: str
    """What the body does for it, as in the catalogue: operates, implements, finances …"""
    ministries: tuple[str, ...]
    """The names of its ministries."""
    sources: tuple[Source, ...]
    """Where the body is named."""


@dataclass(frozen=True)
class SharedBody:
    """A body and the measures that it serves."""

    id: str
    """The body's id."""
    name: str
    """The body's name."""
    ministries: tuple[tuple[str, int], ...]
    """The names of ministries, with how many of the measures are theirs (printed, not derived),
    most first.
    """
    measures: tuple[ServedMeasure, ...]
    """The measures by id, once for each role."""


@kept
def shared_bodies(store: Store) -> tuple[SharedBody, ...]:
    """Bodies that serve measures of at least two ministries, most ministries first, then most
    measures, then id.
    """
    # sorted again: of ten thousand rows the embedded engine now and then loses the order
    rows = sorted(ask(store, "overlap/shared_bodies"), key=_place)
    bodies = [_body(list(of_body)) for _, of_body in groupby(rows, key=lambda row: row["body"])]
    shared = [body for body in bodies if len(body.ministries) > 1]
    return tuple(
        sorted(shared, key=lambda body: (-len(body.ministries), -len(body.measures), body.id))
    )


def _place(row: dict[str, Any]) -> tuple[str, str, str, bool, str]:
    ministry = row["ministry"]
    return row["body"], row["measure"], row["role"] or "", ministry is None, ministry or ""


def _body(rows: list[dict[str, Any]]) -> SharedBody:
    measures = tuple(
        _served(list(of_measure))
        for _, of_measure in groupby(rows, key=lambda row: (row["measure"], row["role"]))
    )
    of_ministry = Counter(
        name for _, name in {(row["measure"], row["ministry"]) for row in rows if row["ministry"]}
    )
    return SharedBody(
        rows[0]["body"],
        rows[0]["name"],
        tuple(sorted(of_ministry.items(), key=lambda item: (-item[1], item[0]))),
        measures,
    )


def _served(rows: list[dict[str, Any]]) -> ServedMeasure:
    """One measure and role; a row for each of its ministries."""
    ministries = tuple(row["ministry"] for row in rows if row["ministry"])
    return ServedMeasure(
        rows[0]["measure"],
        rows[0]["title"],
        rows[0]["role"],
        ministries,
        sources(rows[0]["documents"], rows[0]["lines"]),
    )
