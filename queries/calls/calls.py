"""Every call, and those that are asked for, as they stand on a day."""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any, Literal

from graph.language.fold import fold, plain
from graph.language.search_key import search_key
from graph.store import Store
from queries.cypher import ask
from queries.kept import kept
from queries.sources import Source

CallState = Literal["open", "opens", "closed", "not_told"]
WHOLE_COUNTRY = "全国"
_ORDER: tuple[CallState, ...] = ("open", "opens", "not_told", "closed")


@dataclass(frozen=True)
class JoinedTo:
    """A measure or budget programme that a call is of."""

    id: str
    """Its node."""
    type: str
    """Measure or BudgetProgramme."""
    name: str
    """Its name."""
    score: float
    """How surely, above 0 to 1."""
    why: tuple[str, ...]
    """By what: same_name, part_of_name, name_of_scheme, through_programme, through_measure."""


@dataclass(frozen=True)
class CallRate:
    """A share of the costs that is paid."""

    printed: str
    """As printed."""
    value: float | None
    """The share, above 0 to 1; None for a fixed amount (定額)."""


@dataclass(frozen=True)
class Call:
    """A call for a subsidy. No ministry is known of it."""

    id: str
    """Its node."""
    code: str
    """Its number in the portal."""
    title: str
    """Its title."""
    scheme: str | None
    """What the portal calls the scheme."""
    opens: str | None
    """Its first day in Japan, ISO."""
    opens_at: str | None
    """The time of that day, HH:MM."""
    closes: str | None
    """Its last day in Japan, ISO."""
    closes_at: str | None
    """The time of that day, HH:MM; 24:00 is its end."""
    project_ends: str | None
    """The day by which what is paid for must be done."""
    cap: int | None
    """The most that one applicant gets, yen; None where none is stated."""
    rates: tuple[CallRate, ...]
    """Shares that are paid."""
    areas: tuple[str, ...]
    """The whole country or prefectures."""
    industries: tuple[str, ...]
    """Divisions that it is confined to; none: no limit."""
    employee_limit: int | None
    """How many employees one may have."""
    employee_limit_op: str | None
    """<= or >=; None: no limit."""
    purposes: tuple[str, ...]
    """What for, in the portal's words."""
    url: str | None
    """Its page in the portal."""
    fetched_at: str
    """When the answer was saved that tells the latest."""
    joins: tuple[JoinedTo, ...]
    """The measure and the budget programme that it is of."""
    sources: tuple[Source, ...]
    """Where answers tell of it, the latest first."""

    @property
    def is_nationwide(self) -> bool:
        """Whether companies of the whole country may apply."""
        return not self.areas or WHOLE_COUNTRY in self.areas

    def state(self, day: date) -> CallState:
        """How it stands on a day; of one without an end nothing is told once it has begun."""
        on = day.isoformat()
        if self.opens and on < self.opens:
            return "opens"
        if self.closes is None:
            return "not_told"
        return "open" if on <= self.closes else "closed"


@dataclass(frozen=True)
class CallOnDay:
    """A call as it stands on a day."""

    state: CallState
    """open, opens (later), closed or not_told."""
    call: Call
    """The call."""


@dataclass(frozen=True)
class CallsAnswer:
    """The calls that were asked for."""

    on: str
    """The day, ISO."""
    open: int
    """How many of them are open on the day."""
    calls: tuple[CallOnDay, ...]
    """Those that are open, the first to close first; that open later; of which nothing is told;
    that are closed, the last one first."""


@kept
def all_calls(store: Store) -> tuple[Call, ...]:
    """Every call, by id."""
    joins: dict[str, list[JoinedTo]] = defaultdict(list)
    for row in ask(store, "calls/all_joins"):
        joins[row["call"]].append(
            JoinedTo(row["id"], row["type"], row["name"], row["score"], tuple(row["why"]))
        )
    places: dict[str, list[Source]] = defaultdict(list)
    for row in ask(store, "calls/all_places"):
        places[row["call"]].append(Source(row["document"].partition(":")[2], row["line"]))
    return tuple(
        _call(row, joins[row["id"]], places[row["id"]]) for row in ask(store, "calls/all_calls")
    )


def _call(row: dict[str, Any], joins: Sequence[JoinedTo], places: Sequence[Source]) -> Call:
    lists = {name: tuple(row[name] or ()) for name in ("areas", "industries", "purposes")}
    rates = tuple(CallRate(**rate) for rate in json.loads(row["rates"] or "[]"))
    return Call(**row | lists | {"rates": rates, "joins": tuple(joins), "sources": tuple(places)})


def calls_on(
    store: Store,
    day: date,
    *,
    open_only: bool = False,
    of: str | None = None,
    words: str = "",
    area: str | None = None,
) -> CallsAnswer:
    """The calls on a day: with `open_only` those that are open, `of` a measure or budget programme
    (its node), in whose title, scheme or joined names every one of the blank-separated `words`
    stands, for companies of an `area` (a prefecture; calls of the whole country count).
    """
    wanted = [search_key(fold(word)) for word in plain(words).split() if fold(word)]
    found = [
        CallOnDay(state, call)
        for call in all_calls(store)
        for state in (call.state(day),)
        if (not open_only or state == "open")
        and (of is None or any(join.id == of for join in call.joins))
        and (area is None or call.is_nationwide or area in call.areas)
        and (not wanted or _bears(call, wanted))
    ]
    found.sort(key=_rank)
    return CallsAnswer(day.isoformat(), sum(each.state == "open" for each in found), tuple(found))


def calls_of(store: Store, of: str, day: date) -> CallsAnswer:
    """The calls of a measure or budget programme (its node) on a day, as `calls_on` gives them."""
    return calls_on(store, day, of=of)


def _bears(call: Call, wanted: Sequence[str]) -> bool:
    names = (call.id, call.title, call.scheme or "", *(join.name for join in call.joins))
    text = "\n".join(search_key(fold(name)) for name in names)
    return all(word in text for word in wanted)


def _rank(each: CallOnDay) -> tuple[int, int, str]:
    """By state; open ones by their end, later ones by their beginning, closed ones backwards."""
    call = each.call
    begins = each.state == "opens"
    day = (call.opens if begins else call.closes) or "9999-12-31"
    clock = (call.opens_at if begins else call.closes_at) or "00:00"
    number = int(f"{day}{clock}".replace("-", "").replace(":", ""))
    return _ORDER.index(each.state), -number if each.state == "closed" else number, call.id
