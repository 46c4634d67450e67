"""What reviews ask for of budget programmes, and what came of it in the next budget."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Collection, Mapping
from dataclasses import dataclass
from itertools import groupby
from typing import Any

from graph.store import Store
from queries.cypher import ask
from queries.kept import kept
from queries.programmes.card import YearOfMoney, years_of_money
from queries.search.search import resolve
from queries.sources import Source, sources

ASKS = ("end", "planned_end", "merge", "merged", "coordinate", "overhaul", "improve", "cut")


@dataclass(frozen=True)
class MergedInto:
    """A programme that another one goes into."""

    programme: str
    """Its node."""
    number: int
    """The number of its sheet."""
    name: str
    """Its name."""


@dataclass(frozen=True)
class ReviewRequest:
    """What one review asks for of one programme."""

    programme: str
    """The programme's node."""
    number: int
    """The number of its sheet."""
    name: str
    """Its name."""
    ministry: str
    """The ministry in the lead; empty where the sheet names none."""
    agency: str
    """The outer office that leads it, two that do with 、 between; empty where none does."""
    by: str
    """Who says it: external, public_process, team, earlier or other."""
    review: str | None
    """What an earlier or other review is called, as printed."""
    year: int | None
    """The year of the review."""
    asks: tuple[str, ...]
    """What it asks for, of ASKS."""
    verdict: str | None
    """The team's verdict, as printed."""
    outcome: str | None
    """What came of it in the next request, as printed: 縮減, 廃止, 執行等改善 …"""
    reflected: int | None
    """By how much the next request changes for it, in yen (below 0: less); None where not told."""
    money: tuple[YearOfMoney, ...]
    """Its money from the year of the review on, the earliest first: what is `requested` in a year
    is for the next. Where sheets do not tell of that year, of the years after it alone.
    """
    merged_into: tuple[MergedInto, ...]
    """Of what asks to merge, or is merged: the programmes into which it goes, as sheets relate them
    (its own or theirs); empty where none does.
    """
    sources: tuple[Source, ...]
    """The row of the table; its sentences stand there."""


@dataclass(frozen=True)
class ReviewsAnswer:
    """What reviews ask for."""

    asked: tuple[ReviewRequest, ...]
    """By the number of the sheet, then the finding."""
    programmes: int
    """Of how many programmes they ask it."""
    counts: dict[str, int]
    """How many reviews ask for each of ASKS; one may ask for several."""
    outcomes: dict[str, int]
    """How many of the team's verdicts had which outcome, the most frequent first."""
    reflected: int
    """What the next request changes for these reviews in all, in yen: a sum of what is told."""


def review_requests(store: Store, asks: Collection[str] = (), office: str = "") -> ReviewsAnswer:
    """The reviews that ask for any of `asks` (of ASKS; empty: any) of the programmes that an office
    leads (a name or id of a ministry or outer office; empty: all), with what came of it.

    Raises NotFound for an office that is none, ValueError for what is none of ASKS.
    """
    if unknown := sorted(set(asks) - set(ASKS)):
        raise ValueError(f"{unknown[0]} is none of {', '.join(ASKS)}")
    id_ = resolve(store, office, ["Ministry", "Agency"]).id if office else ""
    return _requests(store, tuple(dict.fromkeys(asks or ASKS)), id_)


@kept
def _requests(store: Store, asks: tuple[str, ...], office: str) -> ReviewsAnswer:
    rows = ask(store, "programmes/reviews", asks=list(asks), office=office)
    merged = _merged_into(store)
    found = tuple(
        _asked(list(group), merged) for _, group in groupby(rows, key=lambda row: row["finding"])
    )
    counts = Counter(kind for one in found for kind in one.asks)
    outcomes = Counter(one.outcome or "" for one in found if one.by == "team")
    return ReviewsAnswer(
        found,
        len({one.programme for one in found}),
        {kind: counts[kind] for kind in ASKS},
        dict(sorted(outcomes.items(), key=lambda item: (-item[1], item[0]))),
        sum(one.reflected or 0 for one in found),
    )


def _merged_into(store: Store) -> dict[str, tuple[MergedInto, ...]]:
    """Programme -> those that it goes into, by id."""
    into: dict[str, set[tuple[str, int, str]]] = defaultdict(set)
    for row in ask(store, "programmes/merged"):
        ends = [
            (row["id"], row["number"], row["name"]),
            (row["other"], row["other_number"], row["other_name"]),
        ]
        part, whole = ends if row["relation"] == "merged_into" else reversed(ends)
        into[part[0]].add(whole)
    return {
        part: tuple(MergedInto(*one) for one in sorted(wholes)) for part, wholes in into.items()
    }


def _asked(
    rows: list[dict[str, Any]], merged: Mapping[str, tuple[MergedInto, ...]]
) -> ReviewRequest:
    """`rows`: one for each office in the lead and kind that was asked for."""
    first = rows[0]
    ministry, agency = (
        "、".join(dict.fromkeys(row["office"] for row in rows if row["type"] == kind))
        for kind in ("Ministry", "Agency")
    )
    return ReviewRequest(
        first["id"],
        first["number"],
        first["name"],
        ministry,
        agency,
        first["by"],
        first["review"],
        first["year"],
        tuple(first["asks"]),
        first["verdict"],
        first["outcome"],
        first["reflected"],
        tuple(
            money
            for money in reversed(years_of_money(first["money"]))
            if money.year >= (first["year"] or 0)
        ),
        merged.get(first["id"], ()) if {"merge", "merged"} & set(first["asks"]) else (),
        sources(first["documents"], first["lines"]),
    )
