"""Who is paid by budget programmes of several ministries, by how much, and through which."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from itertools import groupby
from typing import Any

from graph.store import Store
from queries.cypher import ask
from queries.kept import kept
from queries.sources import Source, sources

PUBLIC = ("municipality", "university", "ministry")  # no bodies of support: told apart
UNNAMED = "unnamed"
GROUPS = ("bodies", *PUBLIC, "others")


@dataclass(frozen=True)
class PaidThrough:
    """What one programme paid to a recipient."""

    programme: str
    """The programme's node."""
    name: str
    """Its name."""
    ministry: str
    """The ministry that answers for it."""
    yen: int | None
    """How much it paid itself, in yen; None where no sum is told."""
    sources: tuple[Source, ...]
    """Where that stands."""


@dataclass(frozen=True)
class PaidRecipient:
    """A recipient with all that programmes paid to it themselves, in one year of sheets."""

    id: str
    """Its node."""
    name: str
    """Its name."""
    kind: str
    """company, foundation, municipality …, by its name."""
    corporate_number: str | None
    """法人番号, where it is told."""
    sheet: int
    """The year of the sheets; the money is that of the year before."""
    yen: int
    """What is told of it, in yen; what is handed on by others is not counted."""
    ministries: tuple[tuple[str, int], ...]
    """How much of each ministry's programmes, most first."""
    through: tuple[PaidThrough, ...]
    """The programmes, by ministry."""


@dataclass(frozen=True)
class PaidAnswer:
    """Recipients of several ministries, who pays most first."""

    recipients: tuple[PaidRecipient, ...]
    """Companies, foundations and agencies."""
    public: tuple[PaidRecipient, ...]
    """Municipalities, universities and ministries."""


def paid(store: Store, ministries: int = 2, least: int = 0) -> PaidAnswer:
    """Who was paid by programmes of at least so many ministries, at least so much in yen in all, by
    sums and then ids. Money that a recipient hands on to another is the first one's alone; whom
    sheets do not name (その他, 個人Ａ) is nobody of whom that could be said.
    """
    found = [
        each
        for each in paid_recipients(store)
        if each.kind != UNNAMED and len(each.ministries) >= ministries and each.yen >= least
    ]
    return PaidAnswer(
        tuple(each for each in found if each.kind not in PUBLIC),
        tuple(each for each in found if each.kind in PUBLIC),
    )


@kept
def paid_recipients(store: Store) -> tuple[PaidRecipient, ...]:
    """Everyone whom programmes paid themselves, in one year of sheets each, by sums and then
    ids.
    """

    def one(row: dict[str, Any]) -> tuple[str, int]:
        return row["id"], row["sheet"]

    rows = sorted(ask(store, "programmes/paid"), key=one)
    found = [_recipient(list(group)) for _, group in groupby(rows, key=one)]
    return tuple(sorted(found, key=lambda each: (-each.yen, each.id, -each.sheet)))


def group_of(recipient: PaidRecipient) -> str:
    """One of GROUPS: the kind of a public recipient; `others` where neither its name nor a number
    tells a body (pensioners, offices of the state, international funds); else `bodies`.
    """
    if recipient.kind in PUBLIC:
        return recipient.kind
    known = recipient.corporate_number or recipient.kind not in ("unknown", UNNAMED)
    return "bodies" if known else "others"


def _recipient(rows: list[dict[str, Any]]) -> PaidRecipient:
    by_programme = sorted(rows, key=lambda row: (row["ministry"], row["programme"]))
    through = tuple(
        _through(list(group))
        for _, group in groupby(by_programme, key=lambda row: (row["ministry"], row["programme"]))
    )
    sums: dict[str, int] = {}
    for each in through:
        sums[each.ministry] = sums.get(each.ministry, 0) + (each.yen or 0)
    first = rows[0]
    return PaidRecipient(
        first["id"],
        first["name"],
        first["kind"],
        first["corporate_number"],
        first["sheet"],
        _sum(row["yen"] for row in {_row_key(row): row for row in rows}.values()) or 0,
        tuple(sorted(sums.items(), key=lambda item: (-item[1], item[0]))),
        through,
    )


def _through(rows: list[dict[str, Any]]) -> PaidThrough:
    first = rows[0]
    return PaidThrough(
        first["programme"],
        first["programme_name"],
        first["ministry"],
        _sum(row["yen"] for row in rows),
        tuple(dict.fromkeys(s for row in rows for s in sources(row["documents"], row["lines"]))),
    )


def _row_key(row: dict[str, Any]) -> tuple[Any, ...]:
    """A payment, once for all the ministries that answer for its programme."""
    return row["programme"], row["block"], row["yen"]


def _sum(values: Iterable[int | None]) -> int | None:
    told = [value for value in values if value is not None]
    return sum(told) if told else None
