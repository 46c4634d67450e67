"""What two that are compared have in common besides words: laws, plans and policies, recipients and
bodies.
"""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any

from graph.store import Store
from queries.cypher import ask
from queries.overlap.plan_names import is_filled_in, plan_names
from queries.programmes.card import facts_of_programme
from queries.sources import Source, sources

_MEASURE = "measure:"


@dataclass(frozen=True)
class CommonLaw:
    """A law under which both stand."""

    id: str
    """Its node."""
    name: str
    """Its name."""
    articles_a: tuple[str, ...]
    """The articles that the first names, as printed."""
    articles_b: tuple[str, ...]
    """Those that the second names."""
    sources_a: tuple[Source, ...]
    """Where the first names it."""
    sources_b: tuple[Source, ...]
    """Where the second does."""


@dataclass(frozen=True)
class CommonPlan:
    """A plan or policy that both programmes follow."""

    kind: str
    """plan or policy."""
    name: str
    """Its name, as printed."""
    sources_a: tuple[Source, ...]
    """Where the first names it."""
    sources_b: tuple[Source, ...]
    """Where the second does."""


@dataclass(frozen=True)
class CommonRecipient:
    """Who is paid by both, or is paid by one and carries the other out."""

    id: str
    """The recipient's node, or that of the body that carries both out."""
    name: str
    """Its name."""
    kind: str
    """company, municipality, university …, by its name; body for one that carries both out."""
    yen_a: int | None
    """Yen that the first paid it over the blocks of its latest sheet; None where none is told."""
    yen_b: int | None
    """Those of the second."""
    year_a: int | None
    """The fiscal year of what the first paid, that before its sheet's; None where none is told."""
    year_b: int | None
    """That of the second."""
    sources_a: tuple[Source, ...]
    """Where the first names it."""
    sources_b: tuple[Source, ...]
    """Where the second does."""


def common_laws(store: Store, a: str, b: str) -> tuple[CommonLaw, ...]:
    """The laws of both (node ids), by id."""
    return tuple(
        CommonLaw(
            row["id"],
            row["name"],
            tuple(row["articles_a"] or ()),
            tuple(row["articles_b"] or ()),
            sources(row["documents_a"], row["lines_a"]),
            sources(row["documents_b"], row["lines_b"]),
        )
        for row in ask(store, "overlap/common_laws", a=a, b=b)
    )


def common_plans(store: Store, a: str, b: str) -> tuple[CommonPlan, ...]:
    """The plans and policies of two programmes, as the first has them; none of a measure. Plans are
    the same by their names, also in a cell that lists several.
    """
    if a.startswith(_MEASURE) or b.startswith(_MEASURE):
        return ()
    first, second = (facts_of_programme(store, each) for each in (a, b))
    plans, theirs = _plans(first), _plans(second)
    policies = dict(_at(second, "policies"))
    return (
        *(
            CommonPlan("plan", name, places, theirs[folded][1])
            for folded, (name, places) in plans.items()
            if folded in theirs
        ),
        *(
            CommonPlan("policy", name, places, policies[name])
            for name, places in _at(first, "policies")
            if name in policies and is_filled_in(name)
        ),
    )


def _plans(node: dict[str, Any]) -> dict[str, tuple[str, tuple[Source, ...]]]:
    """Folded name -> the name as printed, and where it stands first."""
    found: dict[str, tuple[str, tuple[Source, ...]]] = {}
    for cell, places in _at(node, "plans"):
        for folded, name in plan_names(cell).items():
            found.setdefault(folded, (name, places))
    return found


def _at(node: dict[str, Any], field: str) -> Iterator[tuple[str, tuple[Source, ...]]]:
    rows = json.loads(node.get(f"{field}_at") or "[]")
    for name, row in zip(node.get(field) or (), rows, strict=True):
        yield name, (Source(f"rs-{row['sheet']}-1-3", row["line"]),)


def common_recipients(store: Store, a: str, b: str) -> tuple[CommonRecipient, ...]:
    """Whom both pay themselves (not what others hand on), by what the two pay them, the most
    first; the unnamed are nobody. For a measure stand the bodies that carry it out.
    """
    of_a, of_b = (_receiving(store, each) for each in (a, b))
    found = [
        CommonRecipient(
            key,
            one.name,
            one.kind,
            one.yen,
            other.yen,
            one.year,
            other.year,
            tuple(one.places),
            tuple(other.places),
        )
        for key, one in of_a.items()
        if (other := of_b.get(key))
    ]
    return tuple(sorted(found, key=lambda one: (-(one.yen_a or 0) - (one.yen_b or 0), one.id)))


@dataclass
class _Receiving:
    """One who is paid by a side, or carries it out."""

    name: str
    """Its name."""
    kind: str
    """company, municipality … or body."""
    yen: int | None
    """Yen that it was paid; None where none is told."""
    year: int | None
    """The fiscal year of that."""
    places: dict[Source, None]
    """Where that stands."""


def _receiving(store: Store, node: str) -> dict[str, _Receiving]:
    """Node id -> who carries a measure out, or was paid by a programme in its latest sheet; a
    recipient that is a body stands under the body's id.
    """
    if node.startswith(_MEASURE):
        rows = ask(store, "overlap/bodies_of", ids=[node])
        return _gathered(
            row | {"kind": "body", "yen": None, "block": "", "sheet": None} for row in rows
        )
    rows = ask(store, "overlap/recipients_of", ids=[node])
    latest = max((row["sheet"] for row in rows), default=None)
    return _gathered(
        row | {"id": row["body"] or row["id"]} for row in rows if row["sheet"] == latest
    )


def _gathered(rows: Iterable[dict[str, Any]]) -> dict[str, _Receiving]:
    gathered: dict[str, _Receiving] = {}
    paid: defaultdict[str, dict[tuple[str, int], None]] = defaultdict(dict)
    for row in rows:
        one = gathered.setdefault(row["id"], _Receiving(row["name"], row["kind"], None, None, {}))
        one.places |= dict.fromkeys(sources(row["documents"], row["lines"]))
        if row["yen"] is not None:
            paid[row["id"]][row["block"], row["yen"]] = None
            one.year = row["sheet"] - 1  # a sheet tells of what was paid in the year before
    for key, sums in paid.items():
        gathered[key].yen = sum(yen for _, yen in sums)
    return gathered
