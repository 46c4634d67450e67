"""Open calls for subsidies, as saved answers of jGrants tell them."""

from __future__ import annotations

from typing import Literal

from loaders.catalogue.records.kinds import Identified, Record

CallJoinedBy = Literal[
    "same_name", "part_of_name", "name_of_scheme", "through_programme", "through_measure"
]


class CallRate(Record):
    """A share of the costs that a call says is paid."""

    printed: str
    """As printed (2/3, 3分の1, 定額)."""
    value: float | None = None
    """The share, above 0 to 1; null for a fixed amount (定額)."""


class HeadLimit(Record):
    """How many employees a company may have that applies."""

    op: Literal["<=", ">="]
    """How it compares with the amount."""
    amount: int
    """The number of people."""


class CallJoin(Record):
    """A measure or budget programme that a call is of."""

    of: str
    """Its id."""
    score: float
    """How surely, above 0 to 1."""
    why: list[CallJoinedBy]
    """By what: the call's name is its name (same_name), names it as the whole of which the call is
    a part (part_of_name), what the answer calls the scheme does either (name_of_scheme), or the one
    is joined so and is the same as the other (through_programme, through_measure)."""


class ToldAt(Record):
    """Where a saved answer tells of a call."""

    document: str
    """The document's id."""
    line: int
    """Its line (from 1) in the file."""


class Call(Identified):
    """A call for a subsidy. Its source names no ministry: none is guessed."""

    id: str
    """call:{code}."""
    code: str
    """The number under which the portal knows it (S-00001234)."""
    title: str
    """Its title, in one form of each character."""
    scheme: str | None = None
    """What the answer calls the scheme (institution name), where it says so."""
    measure: str | None = None
    """The id of the measure that it is of, where names say so."""
    programme: str | None = None
    """The id of the budget programme that it is of, likewise."""
    joins: list[CallJoin] = []
    """Why these two."""
    opens: str | None = None
    """Its first day in Japan, ISO."""
    opens_at: str | None = None
    """The time of that day in Japan, HH:MM."""
    closes: str | None = None
    """Its last day in Japan, ISO."""
    closes_at: str | None = None
    """The time of that day, HH:MM; 24:00 is its end."""
    project_ends: str | None = None
    """The day by which what is paid for must be done, ISO, where that is told."""
    cap: int | None = None
    """The most that one applicant gets, yen; null: none is stated (the portal says 0)."""
    rates: list[CallRate] = []
    """Shares that are paid, read from what is said freely of them; empty where no share stands
    there."""
    areas: list[str] = []
    """全国 and prefectures, as listed."""
    industries: list[str] = []
    """Divisions of the standard classification that it is confined to; empty where it names all
    twenty or none: no limit."""
    employees: HeadLimit | None = None
    """How many employees one may have; null: no limit."""
    purposes: list[str] = []
    """What for, in the portal's words."""
    url: str | None = None
    """Its page in the portal."""
    fetched_at: str
    """When the answer was saved that tells the latest, ISO, as saved."""
    told: list[ToldAt]
    """The places that tell of it, the latest first."""
