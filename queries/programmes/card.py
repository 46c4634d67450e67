"""The card of a budget programme: what its review sheets say of it."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from graph.errors import NotFound
from graph.store import Store
from queries.cypher import ask
from queries.programmes.articles import in_order
from queries.programmes.targets import (
    ProgrammeContract,
    ProgrammeTarget,
    contracts_of,
    targets_of,
)
from queries.search.search import resolve
from queries.sources import Source, sources

_NUMBER = re.compile(  # of a sheet, as people type it: 420, シート420, 予算事業ID 420, rs-2024-420
    r"(?:(?:rs-?\d{4}|レビューシート|シート|予算事業|事業|sheet)\s*+[-:：]?\s*+)?"
    r"(?:番号|ID|No\.?|第)?\s*+[:：]?\s*+(\d{1,9})\s*+[番号]?",
    re.IGNORECASE,
)


@dataclass(frozen=True)
class YearOfMoney:
    """The money of one budget year, in yen; None is not told (what was executed is told a year
    later).
    """

    year: int
    """The budget year."""
    initial: int | None
    """当初予算."""
    supplementary: int | None
    """補正予算."""
    carried_over: int | None
    """Carried over from the year before."""
    reserve: int | None
    """予備費等."""
    available: int | None
    """歳出予算現額: what could be spent."""
    executed: int | None
    """執行額."""
    carried_on: int | None
    """Carried over to the next year."""
    requested: int | None
    """Requested for the next year."""
    source: Source
    """Its row."""

    @property
    def execution(self) -> float | None:
        """Of what could be spent the share that was: executed / available, as the sheets have it;
        None where one is not told or nothing could be spent.
        """
        if self.executed is None or not self.available:
            return None
        return self.executed / self.available


@dataclass(frozen=True)
class ProgrammeOffice:
    """An office that answers for a programme."""

    id: str
    """Its node."""
    name: str
    """Its name."""
    type: str
    """Ministry or Agency."""
    lead: bool
    """False for one that does so, too."""
    sources: tuple[Source, ...]
    """Where that stands."""


@dataclass(frozen=True)
class Linked:
    """A law, measure or programme that a programme is joined with."""

    id: str
    """Its node."""
    name: str
    """Its name."""
    how: tuple[str, ...]
    """Articles of a law; kind and reasons of a measure; relation of a programme."""
    sources: tuple[Source, ...]
    """Where that stands; none where it was found by comparing."""


@dataclass(frozen=True)
class Paid:
    """What a programme paid to one recipient in one block of the money's way."""

    id: str
    """The recipient's node."""
    name: str
    """Its name."""
    kind: str
    """company, municipality, university …, by its name."""
    yen: int | None
    """How much; None where that is not told."""
    sheet: int
    """The year of the sheet; the money is that of the year before."""
    block: str
    """The block, as lettered."""
    direct: bool | None
    """Whether the office itself paid; None where that is not told."""
    contracts: tuple[ProgrammeContract, ...]
    """By which contracts and grants, where table 5-1 tells of them."""
    sources: tuple[Source, ...]
    """Where that stands."""


@dataclass(frozen=True)
class Review:
    """What one review said."""

    by: str
    """external, public_process, team, earlier or other."""
    review: str | None
    """What an earlier or other review is called, as printed."""
    year: int | None
    """When, where that is told."""
    verdict: str | None
    """The team's verdict, as printed."""
    outcome: str | None
    """What came of it in the next request, as printed."""
    asks: tuple[str, ...]
    """What it asks for: end, merge, coordinate …, as `reviews` counts it."""
    on_overlap: bool
    """Whether it speaks of others alike, of merging or dividing roles."""
    sources: tuple[Source, ...]
    """The row of the table; its sentences stand there."""


@dataclass(frozen=True)
class ProgrammeCard:
    """All that is known of a budget programme."""

    id: str
    """Its node."""
    number: int
    """The number of its sheet."""
    name: str
    """Its name."""
    former_names: tuple[str, ...]
    """Its names in earlier sheets."""
    sheets: tuple[int, ...]
    """The years of its sheets, the latest first."""
    offices: tuple[ProgrammeOffice, ...]
    """Who answers for it, those in the lead first."""
    bureau: str | None
    """局."""
    division: str | None
    """課 or 室."""
    began: int | None
    """Its first fiscal year."""
    ends: int | None
    """Its last one, planned."""
    methods: tuple[str, ...]
    """How it is carried out."""
    url: str | None
    """Where it is described."""
    money: tuple[YearOfMoney, ...]
    """A row a budget year, the latest first."""
    rates: tuple[float | None, ...]
    """Shares at which it pays; None for a fixed sum."""
    caps: tuple[int, ...]
    """The most that it pays to one, in yen."""
    laws: tuple[Linked, ...]
    """The laws that it stands under."""
    plans: tuple[str, ...]
    """The plans that it follows."""
    policies: tuple[str, ...]
    """The policies that it serves, "policy / measure" as printed."""
    measures: tuple[Linked, ...]
    """The measures that it pays for, the surest first."""
    related: tuple[Linked, ...]
    """Programmes that its sheets name."""
    recipients: tuple[Paid, ...]
    """Whom it paid."""
    reviews: tuple[Review, ...]
    """What reviews said of it."""
    rates_at: tuple[Source, ...]
    """The rows that tell its rates."""
    caps_at: tuple[Source, ...]
    """The rows that tell its caps."""
    plans_at: tuple[Source, ...]
    """The row that names each plan, in their order."""
    policies_at: tuple[Source, ...]
    """The row that names each policy, in their order."""
    targets: tuple[ProgrammeTarget, ...]
    """What it counts, where table 3-1 tells of it."""


def facts_of_programme(store: Store, id_: str) -> dict[str, Any]:
    """What the node of a programme holds, by property."""
    facts: dict[str, Any] = ask(store, "programmes/programme", id=id_)[0]["programme"]
    return facts


def programme_card(store: Store, programme: str) -> ProgrammeCard:
    """The card of a programme: its name, a former one, its id, or the number of its sheet (also as
    シート420 or rs-2024 420). Raises NotFound with the nearest names.
    """
    id_ = node_of_programme(store, programme.strip())

    def rows(question: str) -> list[dict[str, Any]]:
        return ask(store, question, id=id_)

    node = facts_of_programme(store, id_)
    return ProgrammeCard(
        id_,
        node["sheet_number"],
        node["name"],
        tuple(node.get("former_names") or ()),
        tuple(node.get("sheets") or ()),
        tuple(
            ProgrammeOffice(row["id"], row["name"], row["type"], bool(row["lead"]), _places(row))
            for row in rows("programmes/offices")
        ),
        node.get("bureau"),
        node.get("division"),
        node.get("began"),
        node.get("ends"),
        tuple(node.get("methods") or ()),
        node.get("url"),
        years_of_money(node.get("money")),
        tuple(dict.fromkeys(row["value"] for row in json.loads(node.get("rates") or "[]"))),
        tuple(dict.fromkeys(row["yen"] for row in json.loads(node.get("caps") or "[]"))),
        tuple(
            Linked(row["id"], row["name"], in_order(row["articles"] or ()), _places(row))
            for row in rows("programmes/laws")
        ),
        tuple(node.get("plans") or ()),
        tuple(node.get("policies") or ()),
        tuple(
            Linked(row["id"], row["title"], (row["kind"], *(row["why"] or ())), ())
            for row in rows("programmes/measures")
        ),
        tuple(
            Linked(row["id"], row["name"], (row["relation"],), _places(row))
            for row in rows("programmes/related")
        ),
        tuple(
            Paid(
                row["id"],
                row["name"],
                row["kind"],
                row["yen"],
                row["sheet"],
                row["block"],
                row["direct"],
                contracts_of(row["contracts"]),
                _places(row),
            )
            for row in rows("programmes/recipients")
        ),
        tuple(
            Review(
                row["by"],
                row["review"],
                row["year"],
                row["verdict"],
                row["outcome"],
                tuple(row["asks"] or ()),
                bool(row["on_overlap"]),
                _places(row),
            )
            for row in rows("programmes/findings")
        ),
        tuple(dict.fromkeys(_rows_of(node.get("rates"), "1-4"))),
        tuple(dict.fromkeys(_rows_of(node.get("caps"), "1-4"))),
        _rows_of(node.get("plans_at"), "1-3"),
        _rows_of(node.get("policies_at"), "1-3"),
        targets_of(node.get("targets")),
    )


def node_of_programme(store: Store, programme: str) -> str:
    """The node that a name, id or number of a sheet means; raises NotFound as `programme_card`
    does.
    """
    number = _NUMBER.fullmatch(programme)
    if number is None:
        return resolve(store, programme, ["BudgetProgramme"]).id
    try:
        return resolve(store, f"programme:{int(number[1])}", ["BudgetProgramme"]).id
    except NotFound as error:
        raise NotFound(
            f"no review sheet has the number {int(number[1])}",
            todo="look for it by its name with `shisaku find`; docs/programmes.md says how sheets"
            " are read",
        ) from error


def years_of_money(money: str | None) -> tuple[YearOfMoney, ...]:
    """The years of a node's `money`, the latest first."""
    return tuple(year_of_money(row) for row in json.loads(money or "[]"))


def year_of_money(row: Mapping[str, Any]) -> YearOfMoney:
    """A year of a node's `money`, from its row."""
    numbers = {name: value for name, value in row.items() if name not in ("sheet", "line")}
    return YearOfMoney(**numbers, source=Source(f"rs-{row['sheet']}-2-1", row["line"]))


def _rows_of(told: str | None, table: str) -> tuple[Source, ...]:
    """Where what is told stands: rows of a table."""
    return tuple(
        Source(f"rs-{row['sheet']}-{table}", row["line"]) for row in json.loads(told or "[]")
    )


def _places(row: dict[str, Any]) -> tuple[Source, ...]:
    return sources(row["documents"], row["lines"])
