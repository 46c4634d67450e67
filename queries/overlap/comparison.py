"""Two things compared, measures or budget programmes, in one card to act on: why they are thought
to overlap, their terms, money and results side by side, what is said of them, whom to ask.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from graph.errors import NotFound
from graph.store import Store
from queries.cypher import ask
from queries.english import in_english
from queries.overlap.compared_side import ComparedSide, Named, SideYear
from queries.overlap.empty_words import empty_words
from queries.overlap.for_company_apart import company_difference
from queries.overlap.in_common import (
    CommonLaw,
    CommonPlan,
    CommonRecipient,
    common_laws,
    common_plans,
    common_recipients,
)
from queries.overlap.measure_side import measure_side
from queries.overlap.programme_side import programme_side
from queries.overlap.quoted import quoted
from queries.overlap.signals import ScoreSignal, signals_of
from queries.overlap.statements import Statement, statements_between
from queries.programmes.card import node_of_programme, programme_card
from queries.programmes.ids import NODE, PROGRAMME, programme_id
from queries.search.search import resolve

_MEASURE = "measure:"
_WORD_KINDS = ("problems", "activities", "terms")


@dataclass(frozen=True)
class Words:
    """The words of both in one respect."""

    kind: str
    """problems, activities or terms (nouns and verbs where a programme is a side)."""
    shared: tuple[Named, ...]
    """What the scoring found in both, without words that say nothing (empty_words.yaml)."""
    only_a: tuple[Named, ...]
    """What the first alone has."""
    only_b: tuple[Named, ...]
    """What the second alone has."""


@dataclass(frozen=True)
class YearBeside:
    """One fiscal year of both."""

    year: int | None
    """The fiscal year; None: none is printed."""
    a: SideYear | None
    """What the first has in it; None where nothing is told."""
    b: SideYear | None
    """What the second has."""


@dataclass(frozen=True)
class Comparison:
    """A pair with all that one needs to act on it."""

    a: ComparedSide
    """The first side: a measure before a programme, else the one of the lower id."""
    b: ComparedSide
    """The other one."""
    score: float | None
    """How much they are alike, 0 to 1; None where the two are no scored pair."""
    grade: int | None
    """The grade of the score, 0 to 3 (see grades.py); None likewise."""
    within: tuple[str, ...]
    """The names of the ministries of a pair of one ministry, else none."""
    signals: tuple[ScoreSignal, ...]
    """What the score is made of, what counts most first; none where the store does not tell."""
    words: tuple[Words, ...]
    """Problems, activities and words of both."""
    money: tuple[YearBeside, ...]
    """The fiscal years of both, the latest first, then what is printed without a year."""
    said: tuple[Statement, ...]
    """What pages, sheets and reviews say of each other."""
    recipients: tuple[CommonRecipient, ...]
    """Whom both pay, or who carries both out."""
    laws: tuple[CommonLaw, ...]
    """Laws of both."""
    plans: tuple[CommonPlan, ...]
    """Plans and policies of both."""
    japanese: str
    """What tells the two apart for a company, in Japanese: from what is printed alone."""
    english: str
    """The same in English."""

    @property
    def in_common(self) -> tuple[str, ...]:
        """Of a pair between ministries those that answer for both, as others do for one alone."""
        if self.within:
            return ()
        others = {each.name for each in self.b.ministries}
        return tuple(each.name for each in self.a.ministries if each.name in others)


def comparison(store: Store, a: str, b: str) -> Comparison:
    """The card of two things, each by measure:… or programme:… (the number of its sheet), a former
    id, or its title or name; also of two that are no scored pair.

    Raises NotFound, with the nearest names, for what is neither, and for two names of one thing.
    """
    first, second = sorted(
        (thing_of(store, each) for each in (a, b)), key=lambda n: (not n.startswith(_MEASURE), n)
    )
    if first == second:
        raise NotFound(
            f"{a} and {b} are one thing, {programme_id(first)}", None, "name two that differ"
        )
    rows = ask(store, "overlap/scored", a=first, b=second)
    found: Mapping[str, Any] = rows[0]["found"] if rows else {}
    cards = {
        each: programme_card(store, programme_id(each))
        for each in (first, second)
        if not each.startswith(_MEASURE)
    }
    side_a, side_b = (
        programme_side(store, cards[each]) if each in cards else measure_side(store, each)
        for each in (first, second)
    )
    return Comparison(
        side_a,
        side_b,
        found.get("score"),
        found.get("grade"),
        tuple(found.get("within") or ()),
        signals_of(found),
        tuple(_words(kind, found, side_a, side_b) for kind in _WORD_KINDS),
        _beside(side_a.years, side_b.years),
        quoted(
            store,
            statements_between(store, first, second, cards),
            [
                name
                for side in (side_a, side_b)
                for name in (side.name, *(m.name for m in side.ministries))
            ],
        ),
        common_recipients(store, first, second),
        common_laws(store, first, second),
        common_plans(store, first, second),
        company_difference(side_a, side_b, "japanese"),
        company_difference(side_a, side_b, "english"),
    )


def thing_of(store: Store, name: str) -> str:
    """The node of a measure or budget programme that an id, former id, title, name or number of a
    sheet means. Raises NotFound, with the nearest names and what to type.
    """
    name = name.strip()
    try:
        if name.startswith(_MEASURE):
            return resolve(store, name, ["Measure"]).id
        if name.startswith((PROGRAMME, NODE)) or name.isdecimal():
            return node_of_programme(store, name.removeprefix(NODE).removeprefix(PROGRAMME))
        return resolve(store, name, ["Measure", "BudgetProgramme"]).id
    except NotFound as error:
        raise NotFound(
            f"{name!r} is no measure and no budget programme: {error.what}",
            None,
            f"name it as measure:…, programme:… with the number of the sheet, or by its title"
            f"{f' ({error.todo})' if error.todo else ''}",
        ) from error


def _words(kind: str, found: Mapping[str, Any], a: ComparedSide, b: ComparedSide) -> Words:
    shared = tuple(found.get(f"shared_{kind}") or ())
    of_a, of_b = ((side.words if kind == "terms" else getattr(side, kind)) for side in (a, b))
    if not found:
        shared = tuple(name for name in of_a if name in of_b)
    both = shared
    if kind == "terms":
        shared = tuple(name for name in shared if name not in empty_words())
    only_a, only_b = ([name for name in names if name not in both] for names in (of_a, of_b))
    return Words(kind, _named(shared), _named(only_a), _named(only_b))


def _named(names: Sequence[str]) -> tuple[Named, ...]:
    return tuple(Named(name, in_english(name)) for name in names)


def _beside(a: Sequence[SideYear], b: Sequence[SideYear]) -> tuple[YearBeside, ...]:
    of_a, of_b = ({year.year: year for year in years} for years in (a, b))
    years = sorted({*of_a, *of_b}, key=lambda year: (year is None, -(year or 0)))
    return tuple(YearBeside(year, of_a.get(year), of_b.get(year)) for year in years)
