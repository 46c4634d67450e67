"""One side of two things compared, a measure or a budget programme in one form: terms, money by
fiscal year, results, contacts, history, each with its places.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from queries.sources import Source

SideKind = Literal["measure", "programme"]
TermKind = Literal[
    "applicant",
    "size",
    "beneficiary",
    "industry",
    "instrument",
    "method",
    "threshold",
    "rate",
    "cap",
    "window",
]


@dataclass(frozen=True)
class Named:
    """An office, a problem, an activity, a recipient … by its names."""

    name: str
    """Its name, as printed."""
    english: str
    """In English, as printed where no English is known."""
    sources: tuple[Source, ...] = ()
    """The lines that state it."""


@dataclass(frozen=True)
class SideTerm:
    """For whom one side is, how it helps, or how much of it one can get."""

    kind: TermKind
    """What is said."""
    frame: str | None
    """The frame, course or part of it, as printed; None: all of it."""
    japanese: str
    """What is said, with those for whom it holds."""
    english: str
    """The same in English, printed words as they are."""
    yen: int | None
    """The yen of a cap; None of anything else."""
    share: float | None
    """The share of a rate, above 0 to 1; None of a fixed sum and of anything else."""
    sources: tuple[Source, ...]
    """Where it stands."""
    vague: bool = False
    """Whether a condition's number is printed, but what it measures is not known."""


@dataclass(frozen=True)
class SideSum:
    """What one side has of one kind of budget in one fiscal year."""

    kind: str
    """The kind of budget, of budget_kinds.yaml."""
    own: int | None
    """Yen that it gets whole; None where it only gets a part."""
    pots: int | None
    """Yen of the larger sums of which it gets a part (の内数), so that much at most."""
    proposed: bool
    """Whether it is a draft budget."""
    sources: tuple[Source, ...]
    """Where it stands."""


@dataclass(frozen=True)
class ProgrammeYear:
    """The money of a budget programme that pays for a measure, in one fiscal year; it is
    the programme's, never the measure's sum.
    """

    id: str
    """programme:… with the number of its sheet."""
    name: str
    """Its name."""
    how: str
    """same: it is the measure; funds: the measure is one of the things that it pays for; part: it
    is a part of the measure."""
    sums: tuple[SideSum, ...]
    """By kind of budget; never added up."""
    available: int | None
    """Yen that could be spent; None where that is not told or nothing could be."""
    executed: int | None
    """Yen that were spent; None likewise."""
    execution: float | None
    """executed / available; None where one is not told."""
    sources: tuple[Source, ...]
    """Its row."""


@dataclass(frozen=True)
class SideYear:
    """The money of one side in one fiscal year."""

    year: int | None
    """The fiscal year; None: none is printed."""
    sums: tuple[SideSum, ...]
    """By kind of budget; never added up."""
    available: int | None
    """Yen that could be spent (歳出予算現額), as review sheets have it."""
    executed: int | None
    """Yen that were spent; None where that is not told."""
    execution: float | None
    """executed / available; None where one is not told or nothing could be spent."""
    executed_of: str | None
    """The programme whose execution that is: the side itself, or what pays for the measure as
    the same thing (several joined by " + ", their sums added)."""
    sources: tuple[Source, ...]
    """Where execution stands."""
    programmes: tuple[ProgrammeYear, ...] = ()
    """The money of what pays for the measure, the surest first; none of a programme."""


@dataclass(frozen=True)
class SidePoint:
    """One fiscal year of what is counted; None is not told."""

    year: int | None
    """The fiscal year; None: none is printed."""
    target: float | None
    """What was aimed at."""
    result: float | None
    """What was reached."""
    sources: tuple[Source, ...]
    """Where it stands."""


@dataclass(frozen=True)
class SideResult:
    """What one side counts: users, cases, effects."""

    kind: str | None
    """アウトプット or アウトカム …, as a sheet prints it; None on a page."""
    name: str | None
    """What is counted, as printed."""
    unit: str
    """In what; empty where that is not told."""
    points: tuple[SidePoint, ...]
    """By year."""


@dataclass(frozen=True)
class SideContact:
    """Whom to ask."""

    name: str
    """The office."""
    phones: tuple[str, ...]
    """Its telephone numbers."""
    emails: tuple[str, ...]
    """Its addresses of e-mail."""
    url: str | None
    """Where it is described."""
    sources: tuple[Source, ...]
    """Where that stands."""


@dataclass(frozen=True)
class SideRelative:
    """What came before or after, or belongs to it."""

    relation: str
    """What the other is to this side: succeeds, merged_into, part_of …"""
    id: str
    """Its id."""
    name: str
    """Its name."""
    documents: tuple[str, ...]
    """Documents that tell of it."""
    sources: tuple[Source, ...]
    """The line that says so; none where it was found by comparing."""


@dataclass(frozen=True)
class ComparedSide:
    """A measure or a budget programme with all that counts when two are compared."""

    id: str
    """measure:… or programme:{number of the sheet}."""
    kind: SideKind
    """Which of the two it is."""
    name: str
    """Its title or name."""
    ministries: tuple[Named, ...]
    """The ministries that answer for it, the lead first."""
    offices: tuple[Named, ...]
    """Agencies and bodies that do so or carry it out."""
    places: tuple[Source, ...]
    """Where the latest document or sheet tells of it."""
    page: int | None
    """The page there, as printed; None in a sheet."""
    first_year: int | None
    """The first year that is known of it: of its budget, or of a document that tells of it."""
    last_year: int | None
    """The last one: planned for a programme, else of the latest document."""
    problems: tuple[str, ...]
    """The policy problems that it clearly works on."""
    activities: tuple[str, ...]
    """What it clearly does for that."""
    words: tuple[str, ...]
    """Key terms of its latest page, the weightiest first; none of a programme."""
    speaks_of_companies: bool
    """Whether a programme's name, purpose or outline speak of companies by size; True of a measure
    that names a size class."""
    terms: tuple[SideTerm, ...]
    """For whom it is and what one gets, kind by kind, what holds for all of it first."""
    years: tuple[SideYear, ...]
    """Its money, the latest fiscal year first."""
    results: tuple[SideResult, ...]
    """What it counts."""
    contacts: tuple[SideContact, ...]
    """Whom to ask."""
    history: tuple[SideRelative, ...]
    """Predecessors, successors, parts, wholes, merged and split ones."""
    paid_from: tuple[Named, ...]
    """Budget programmes that pay for a measure; measures that a programme pays for."""
    japanese: str
    """Which company would use it, in Japanese: from what is printed alone."""
    english: str
    """The same in English."""
