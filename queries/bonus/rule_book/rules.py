"""Bonus rules as cards: what each asks for, what it gives, and where it stands."""

from __future__ import annotations

import json
import re
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import groupby
from typing import Any

from graph.language.fold import plain
from graph.schema.rule_status import RULE_STATUSES
from graph.store import Store
from queries.bonus.rule_book.plain_amounts import Raise, plain_amounts
from queries.bonus.rule_book.sizes import Limit
from queries.cypher import ask_of_many
from queries.sources import Source, sources

BASE = "base"  # the kind of benefit of plain amounts
_FISCAL_YEAR = re.compile(r"令和(?P<of_era>\d{1,2})年度")
_BEFORE_REIWA = 2018
_SHARE = re.compile(r"\d/\d|\d%")
_OF_SORT = {"cap_uplift": False, "rate_uplift": True}  # whether what it raises is a share


@dataclass(frozen=True)
class Requirement:
    """One way to meet a group of a rule."""

    group: int
    """The number of the group; one alternative of each is enough."""
    id: str
    """The certification or condition."""
    type: str
    """Which of the two: Certification or Condition."""
    name: str
    """Its name, with the amount."""
    what: str
    """Its name without the amount."""
    kind: str
    """What kind of thing: certification, plan, wage_raise …"""
    tier_or_above: bool
    """Whether the page prints 以上."""
    amount: float | None
    """How much is asked for, in `unit`; None where nothing is."""
    unit: str | None
    """The unit of `amount`: %, 円 …"""
    aliases: tuple[str, ...] = ()
    """Folded names by which a condition goes too."""
    met_by: tuple[str, ...] = ()
    """Other conditions that meet it."""


@dataclass(frozen=True)
class Raised:
    """What gets better."""

    id: str
    """The measure, or the programme that is no measure here."""
    type: str
    """Which of the two: Measure or Programme."""
    name: str
    """Its title."""
    printed: str
    """What the page calls it."""
    frame: str | None = None
    """That part of the measure alone, None for all of it."""


@dataclass(frozen=True)
class Clawback:
    """What of a grant must be paid back, or is cut, where a requirement was not met in the end."""

    printed: str
    """What follows, as printed."""
    source: Source
    """Where it stands."""


@dataclass(frozen=True)
class Excluded:
    """Who does not get a bonus, in the words of the page."""

    printed: str
    """Who, or in which case nobody does."""
    source: Source
    """Where it stands."""


@dataclass(frozen=True)
class RuleCard:
    """A bonus rule: who meets all groups of `requires`, one alternative of each, gets it."""

    id: str
    """Its node."""
    name: str
    """Condition and benefit in a few words."""
    bonuses: tuple[str, ...]
    """Ids of its statements in the catalogue."""
    condition: tuple[str, ...]
    """What is asked for, as printed."""
    condition_mode: str
    """Whether all of `condition` or any is asked for."""
    requires: tuple[Requirement, ...]
    """The alternatives of all groups."""
    benefit: str
    """What kind of thing it gives (graph/schema/benefits.yaml)."""
    value: str | None
    """How much, as printed; None where nothing is stated."""
    value_is: str | None
    """Whether that is `added` to what there is without, or the `level` that holds then; None where
    the page does not say for certain.
    """
    size_class: str | None
    """For whom alone; None: for all."""
    status: str
    """One of RULE_STATUSES."""
    since: str
    """Date of the first document that states it."""
    as_of: str
    """Date of the last one."""
    last_status: str | None
    """The status with which a rule that is not restated or ended was stated last."""
    ended_why: str | None
    """Of one that ended, why: succeeded, not_told or overtaken."""
    ended_by: str | None
    """The id of the measure that succeeds what it raised."""
    exclusive_group: str | None
    """Of the rules of one group that of the lowest rank counts alone."""
    rank: int | None
    """Its place there, from 1; None: the rules of the group are a choice."""
    limits: tuple[Limit, ...]
    """The head counts that it is for, all must hold."""
    left_out: tuple[tuple[str, tuple[Source, ...]], ...]
    """The size classes that do not get it, with the places that say so."""
    unstated: tuple[str, ...]
    """What its document leaves open: ranked, amount or condition."""
    raises: tuple[Raised, ...]
    """What gets better."""
    stated_on: tuple[tuple[str, str], ...]
    """The measures (id, title) whose pages state it."""
    sources: tuple[Source, ...]
    """Where it stands."""
    holder_industries: tuple[str, ...] = ()
    """The industries that it is for alone."""
    themes: tuple[str, ...] = ()
    """The industries that what it gives is about, where its page names others that may apply: of a
    wide one (makers, sellers) those alone that deal in these are meant.
    """
    by_theme: bool = False
    """Whether `holder_industries` is what its page is about, which does not say whose trade may
    have it.
    """
    excluded: tuple[Excluded, ...] = ()
    """Who else does not get it, in words of the page."""
    clawback: Clawback | None = None
    """What must be paid back where its condition was not met in the end."""
    years: tuple[int, ...] = ()
    """The fiscal years in which alone it is had; empty: no page says so."""
    base: tuple[str, ...] = ()
    """The plain amounts that it stands on, as printed: those of the same part and size class."""

    def stands_on(self, base: RuleCard) -> bool:
        """Whether a plain amount is what this rule adds to, or is a higher step of: of its part
        and size class (or for every class), of no other group of steps, no amount of the past
        under what is in force, and no share under a cap or sum under a rate.
        """
        parts = {(raised.id, raised.frame) for raised in base.raises}
        return (
            self.value_is is not None
            and (self.benefit, base.benefit) != (BASE, BASE)
            and base.benefit == BASE
            and self.is_of_the_sort_of(base)
            and (base.status == "in_force" or self.status != "in_force")
            and base.size_class in (None, self.size_class)
            and (
                None in (base.exclusive_group, self.exclusive_group)
                or base.exclusive_group == self.exclusive_group
            )
            and any((raised.id, raised.frame) in parts for raised in self.raises)
        )

    def is_of_the_sort_of(self, base: RuleCard) -> bool:
        """Whether what it raises may be that plain amount: a cap is a sum, a rate a share."""
        return _OF_SORT.get(self.benefit, base.is_share) == base.is_share

    @property
    def is_share(self) -> bool:
        """Whether its value is a rate; else it is a sum, or something that is not counted."""
        return _SHARE.search(plain(self.value or "")) is not None

    @property
    def is_past(self) -> bool:
        """Whether no document tells it any more, or it ended."""
        return self.status in ("not_restated", "ended")

    @property
    def groups(self) -> tuple[tuple[Requirement, ...], ...]:
        """What it asks for: groups that must all hold, each by one of its alternatives."""
        return tuple(tuple(ways) for _, ways in groupby(self.requires, key=lambda way: way.group))

    @property
    def status_history(self) -> tuple[str, ...]:
        """Its status; of one that is not restated or ended and was not in force when it was
        stated last, that before it.
        """
        return (
            (self.last_status, self.status)
            if self.last_status not in (None, "in_force")
            else (self.status,)
        )


def rule_cards(store: Store, ids: Sequence[str]) -> tuple[RuleCard, ...]:
    """The cards of these rules, those in force first, then planned, considered, no longer restated;
    each by id.
    """

    def rows(question: str) -> dict[str, list[dict[str, Any]]]:
        return _by_rule(ask_of_many(store, question, ids))

    requirements = rows("bonus/rule_book/rule_requirements")
    gains = rows("bonus/rule_book/rule_gains")
    pages = rows("bonus/rule_book/rule_pages")
    places = rows("bonus/rule_book/rule_places")
    left_out = rows("bonus/rule_book/rule_left_out")
    industries: dict[str, list[str]] = {}
    themes: dict[str, list[str]] = {}
    named: set[str] = set()
    for row in ask_of_many(store, "bonus/rule_book/measure_industries", ids):
        if row["named"]:
            named.add(row["measure"])
            industries[row["measure"]] = list(row["named"])
            if row["industry"] is not None:
                themes.setdefault(row["measure"], []).append(row["industry"])
        elif row["industry"] is not None:
            industries.setdefault(row["measure"], []).append(row["industry"])

    def confining(rule: str) -> list[str]:
        raised = [gain["id"] for gain in gains[rule] if gain["type"] == "Measure"]
        return raised or [page["id"] for page in pages[rule]]

    cards = [
        RuleCard(
            **row
            | {
                "condition": tuple(row["condition"]),
                "bonuses": tuple(row["bonuses"] or ()),
                "unstated": tuple(row["unstated"] or ()),
                "excluded": _excluded(row["excluded"]),
                "clawback": _clawback(row["clawback"]),
                "limits": tuple(
                    Limit(limit["of"], limit["op"], limit["amount"])
                    for limit in json.loads(row["limits"] or "[]")
                ),
            },
            **_asked(requirements[row["id"]]),
            raises=tuple(
                Raised(gain["id"], gain["type"], gain["name"], gain["printed"], gain["frame"])
                for gain in gains[row["id"]]
            ),
            left_out=tuple(
                (size["size_class"], sources(size["documents"], size["lines"]))
                for size in left_out[row["id"]]
            ),
            stated_on=tuple((page["id"], page["title"]) for page in pages[row["id"]]),
            holder_industries=_confined(confining(row["id"]), industries),
            themes=_confined(confining(row["id"]), themes),
            by_theme=bool(_confined(confining(row["id"]), industries))
            and named.isdisjoint(confining(row["id"])),
            sources=tuple(
                dict.fromkeys(
                    Source(place["document"].removeprefix("document:"), place["line"])
                    for place in places[row["id"]]
                )
            ),
        )
        for row in ask_of_many(store, "bonus/rule_book/rules", ids)
    ]
    bases = _with_plain_amounts(store, with_bases(cards))
    return tuple(sorted(bases, key=lambda card: (RULE_STATUSES.index(card.status), card.id)))


def with_bases(cards: Sequence[RuleCard]) -> list[RuleCard]:
    """The same, each with the plain amounts that it stands on."""
    bases = [card for card in cards if card.benefit == BASE and card.value]
    return [
        replace(
            card, base=tuple(base.value for base in bases if base.value and card.stands_on(base))
        )
        for card in cards
    ]


def _with_plain_amounts(store: Store, cards: Sequence[RuleCard]) -> list[RuleCard]:
    """The same; a cap or rate that is raised and for which no rule states the plain one with that
    of its page.
    """
    printed = plain_amounts(
        store,
        {
            card.id: Raise(
                benefit=card.benefit,
                value=card.value,
                is_added=card.value_is == "added",
                parts=frozenset(raised.frame or "" for raised in card.raises),
                size_class=card.size_class,
                left_out=frozenset(size for size, _ in card.left_out),
                sources=card.sources,
            )
            for card in cards
            if card.benefit in ("cap_uplift", "rate_uplift") and not card.base
        },
    )
    return [replace(card, base=printed.get(card.id, card.base)) for card in cards]


def _confined(measures: Sequence[str], industries: Mapping[str, Sequence[str]]) -> tuple[str, ...]:
    """The industries to which the measures are confined; none where one of them is for all."""
    if not all(measure in industries for measure in measures):
        return ()
    return tuple(dict.fromkeys(name for measure in measures for name in industries[measure]))


def _excluded(row: str | None) -> tuple[Excluded, ...]:
    return tuple(
        Excluded(stated["printed"], Source(stated["document"], stated["line"]))
        for stated in json.loads(row or "[]")
    )


def _clawback(row: str | None) -> Clawback | None:
    if not row:
        return None
    stated = json.loads(row)
    return Clawback(stated["printed"], Source(stated["document"], stated["line"]))


def _asked(rows: list[dict[str, Any]]) -> dict[str, Any]:
    """What a rule asks for, and apart from it the fiscal years, which no company can meet."""
    asked = [(_requirement(row), _FISCAL_YEAR.fullmatch(row["what"] or "")) for row in rows]
    return {
        "requires": tuple(way for way, year in asked if year is None),
        "years": tuple(_BEFORE_REIWA + int(year["of_era"]) for _, year in asked if year),
    }


def _requirement(row: dict[str, Any]) -> Requirement:
    return Requirement(
        row["number"],
        row["id"],
        row["type"],
        row["name"],
        row["what"] or row["name"],
        row["kind"] or "certification",
        row["tier_or_above"],
        row["amount"],
        row["unit"],
        tuple(row["aliases"] or ()),
        tuple(row["met_by"] or ()),
    )


def _by_rule(rows: list[dict[str, Any]]) -> dict[str, list[dict[str, Any]]]:
    by_rule: dict[str, list[dict[str, Any]]] = defaultdict(list)
    for row in rows:
        by_rule[row["rule"]].append(row)
    return by_rule
