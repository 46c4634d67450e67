"""Which pairs are wanted: names of ministries, measures, pillars and documents as the parameters of
the question `pairs`.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, Literal

from graph.errors import NotFound
from graph.language.fold import fold
from graph.store import Store
from queries.cypher import ask
from queries.overlap.left_out import earlier_measures, measures_left_out
from queries.search.search import Hit, resolve

Mode = Literal["between", "within", "both"]
_NUMBER = re.compile(r"^\(?\d+\)?\.?")  # before a pillar's name, folded


@dataclass(frozen=True)
class PairFilter:
    """Which pairs are wanted; what is None does not confine."""

    ministry: str | None = None
    """The id or name of a ministry (also of an agency or body) that one measure is of; a measure
    that only a body runs is of the ministry that supervises it.
    """
    second_ministry: str | None = None
    """That of the other measure, likewise."""
    measure: str | None = None
    """The id, former id or title of one of the two."""
    second_measure: str | None = None
    """That of the other, likewise."""
    pillar: str | None = None
    """The id or name of a pillar that at least one of the two stands in."""
    document: str | None = None
    """The id of the document that is the latest to contain both."""
    grade: int = 1
    """The lowest grade that counts, 0 to 3 (see grades.py)."""
    score: float = 0.0
    """The lowest score that counts, 0 to 1."""
    mode: Mode = "between"
    """Pairs between ministries, within one (of different agencies or bodies), or both."""
    with_left_out: bool = False
    """Whether also history and mere headings (which are there anyhow where they are named)."""
    with_history: bool = False
    """Whether also measures that another one carries on or has taken in, and those that no document
    of the last years tells (which are there anyhow where their pillar or document is named).
    """


# different ministries, grade 1 or more, without what stands in no list
BETWEEN_MINISTRIES = PairFilter()


def parameters(store: Store, pair_filter: PairFilter) -> dict[str, Any]:
    """The parameters of the question `pairs`, but for its limit. Raises NotFound for a name that
    nothing answers to, for an office that runs no measure, and for two names of one thing.
    """
    office, second_office = _two(store, pair_filter.ministry, pair_filter.second_ministry, _office)
    measure, second_measure = _two(
        store, pair_filter.measure, pair_filter.second_measure, measure_of
    )
    return {
        "office": office,
        "second_office": second_office,
        "measure": measure,
        "second_measure": second_measure,
        "pillar": _pillar(store, pair_filter.pillar) if pair_filter.pillar else "",
        "document": (
            resolve(store, pair_filter.document, ["Document"]).id.partition(":")[2]
            if pair_filter.document
            else ""
        ),
        "left_out": sorted(_left_out(store, pair_filter) - {measure, second_measure}),
        "grade": pair_filter.grade,
        "score": pair_filter.score,
        "between": pair_filter.mode != "within",
        "within": pair_filter.mode != "between",
    }


def _left_out(store: Store, pair_filter: PairFilter) -> set[str]:
    if pair_filter.with_left_out:
        return set()
    why = measures_left_out(store)
    if pair_filter.with_history:
        return {id_ for id_, reason in why.items() if reason == "heading"}
    named = pair_filter.pillar or pair_filter.document
    return {*why, *(() if named else earlier_measures(store))}


def _two(
    store: Store, first: str | None, second: str | None, meant: Callable[[Store, str], Hit]
) -> tuple[str, str]:
    """The ids that one or two names mean, "" for none; a single one comes first."""
    ids = [meant(store, name).id for name in (first, second) if name]
    if len(ids) == 2 and ids[0] == ids[1]:
        raise NotFound(
            f"{first} and {second} are one thing, {ids[0]}",
            None,
            "name two that differ, or look within one ministry (--within)",
        )
    ids += ["", ""]
    return ids[0], ids[1]


def _office(store: Store, name: str) -> Hit:
    office = resolve(store, name, ["Ministry", "Agency", "Body"], suggested=["Ministry", "Agency"])
    if not ask(store, "overlap/office", id=office.id)[0]["count"]:
        raise NotFound(
            f"no measure is run by {office.name} as the latest documents tell it",
            None,
            "`shisaku show` a measure to see who runs it",
        )
    return office


def measure_of(store: Store, name: str) -> Hit:
    """The measure that an id, former id or title means. Raises NotFound, with the nearest names."""
    return resolve(store, name, ["Measure"])


def _pillar(store: Store, name: str) -> str:
    """The id of a pillar by id (also without its type), name, or its name without the number."""
    rows = ask(store, "overlap/pillars")
    meant = [
        row for row in rows if name in (row["id"], row["id"].partition(":")[2], row["name"])
    ] or [row for row in rows if _bare(row["name"]) == _bare(name)]
    if len(meant) != 1:
        raise NotFound(
            f"{name!r} {'may mean several pillars' if meant else 'is no pillar'}",
            None,
            f"there are {', '.join(row['id'].partition(':')[2] for row in meant or rows)}",
        )
    pillar: str = meant[0]["id"]
    return pillar


def _bare(pillar: str) -> str:
    return _NUMBER.sub("", fold(pillar))
