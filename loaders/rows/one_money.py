"""Which printed sums are one and the same money: one pot over documents, spellings and rounding."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import chain, combinations

from graph.language.fold import fold
from graph.language.yen import ROUNDED_TO, is_rounded
from loaders.catalogue.records import Appearance, Budget, Measure
from loaders.rows.references import References

# the yearly grant that a body runs on, however fully it is named
_GRANT = re.compile(r"(?:運営費?)?(交付金|補助金)(?:事業)?")
_QUOTES = re.compile("'")  # the form that folding gives 「 and 『
_BRACKETED = re.compile(r"\([^()]*\)|'")
_SHORTEST_ENDING = 6  # letters of a name that another may end with: 生産性革命推進事業
_CLOSE = 200  # a body's pots: sums are one that differ by no more than a 200th
Label = tuple[str, ...]


@dataclass(frozen=True)
class Printed:
    """One printed sum on one page."""

    budget: Budget
    """The sum."""
    appearance: Appearance
    """The appearance whose page prints it."""
    measure: str
    """The id of its measure."""
    pot: frozenset[Label]
    """What its pot is called, and the measures of that name; empty where the page names none."""
    money_of: frozenset[Label]
    """What it may be the money of: its pot or its measure. Two sums that share one may be one."""
    held_by: frozenset[Label]
    """Of a part the wholes of its measure: it may be a part of their money."""
    bodies: frozenset[str]
    """Ids of the bodies that carry the measure out, and of the one whose grant the pot is."""

    @property
    def specificity(self) -> tuple[bool, bool, bool, int, str]:
        """How much it says: a sum that is not rounded, kind, and year."""
        return (
            self.budget.yen % ROUNDED_TO > 0,
            bool(self.budget.kind),
            bool(self.budget.year),
            self.budget.year or 0,
            self.budget.kind or "",
        )


class PrintedSums:
    """All printed sums of a catalogue, each with what it may be the money of."""

    def __init__(self, references: References) -> None:
        self._references = references
        self._titles: dict[str, set[str]] = defaultdict(set)
        for measure in references.catalogue.measures:
            for name in (measure.title, *measure.aliases):
                self._titles[_bare(name)].add(measure.id)
        for appearance in references.catalogue.appearances:
            self._titles[_bare(appearance.title)].add(self._measure(appearance).id)

    def __iter__(self) -> Iterator[Printed]:
        """The sums in the order of the catalogue. Two equal ones of a page without a pot are two
        (the page adds them up; what it only repeats is read once).
        """
        for appearance in self._references.catalogue.appearances:
            measure = self._measure(appearance)
            equal: Counter[tuple[int, str | None, int | None]] = Counter()
            for budget in appearance.budgets:
                sum_ = budget.yen, budget.kind, budget.year
                yield self._printed(budget, appearance, measure, equal[sum_])
                equal[sum_] += not budget.pot

    def wholes(self, measure: str) -> frozenset[str]:
        """The measures that a measure is a part of, and those that these are parts of."""
        found: set[str] = set()
        above = [measure]
        while above:
            of = self._references.measure(above.pop(), "measures.jsonl")
            new = {self._references.measure(m, of.id).id for m in of.part_of} - found
            found |= new
            above += sorted(new)
        return frozenset(found - {measure})

    def _measure(self, appearance: Appearance) -> Measure:
        return self._references.measure(appearance.measure, f"appearances.jsonl {appearance.id}")

    def _printed(
        self, budget: Budget, appearance: Appearance, measure: Measure, equal: int
    ) -> Printed:
        pot, body = self._pot(budget.pot) if budget.pot else (frozenset[Label](), None)
        money_of = set(pot)
        if not budget.pot:
            money_of.add(("measure", measure.id, str(equal)))
        held_by = set[Label]()
        if budget.part_of:
            money_of.add(("part", measure.id, str(equal)))
            held_by |= {("measure", whole, "0") for whole in self.wholes(measure.id)}
        bodies = self._bodies[measure.id] | ({body} if body else set())
        return Printed(
            budget,
            appearance,
            measure.id,
            pot,
            frozenset(money_of),
            frozenset(held_by),
            frozenset(bodies),
        )

    def _pot(self, printed: str) -> tuple[frozenset[Label], str | None]:
        """What the pot is called, whichever of a body's names stands in it (JETRO交付金 is
        日本貿易振興機構運営費交付金), with the measures of that name; and whose grant it is.
        """
        body, rest = self._references.leading_body(_QUOTES.sub("", fold(printed)))
        if body and (grant := _GRANT.fullmatch(_BRACKETED.sub("", rest))):
            return frozenset({("pot", f"{body.id} {grant[1]}")}), body.id
        name = _bare(printed)
        labels = {("measure", measure, "0") for measure in self._called(name)}
        return frozenset({("pot", name), *labels}), None

    def _called(self, name: str) -> Iterable[str]:
        """The measures of a name; where there are none, those of which one name ends with the
        other: 生産性革命推進事業 for 中小企業生産性革命推進事業.
        """
        if exact := self._titles.get(name):
            return exact
        if len(name) < _SHORTEST_ENDING:
            return ()
        backwards, found = name[::-1], set[str]()
        for at in range(bisect_left(self._backwards, backwards), len(self._backwards)):
            if not self._backwards[at].startswith(backwards):
                break
            found |= self._titles[self._backwards[at][::-1]]
        for start in range(1, len(name) - _SHORTEST_ENDING + 1):
            found |= self._titles.get(name[start:], set())
        return found

    @cached_property
    def _backwards(self) -> list[str]:
        """The titles written backwards, in order, so that those with one ending stand together."""
        return sorted(title[::-1] for title in self._titles)

    @cached_property
    def _bodies(self) -> dict[str, set[str]]:
        """Measure id -> ids of the bodies of the state that its pages name as acting or to ask."""
        bodies: dict[str, set[str]] = defaultdict(set)
        for appearance in self._references.catalogue.appearances:
            named = [
                *(self._references.organisation(b.name, "body") for b in appearance.bodies),
                *(self._references.leading_body(c.org)[0] for c in appearance.contacts),
            ]
            bodies[self._measure(appearance).id] |= {
                body.id for body in named if body and body.supervising_ministries
            }
        return bodies


def _bare(name: str) -> str:
    return _BRACKETED.sub("", fold(name)) or fold(name)


def one_money(sums: Iterable[Printed]) -> list[list[Printed]]:
    """The sums in groups that are one money each, the one that says most first.

    Two sums are one when they may be the money of one thing and nothing that they say differs: kind
    and year are the same or not printed, the yen are the same or one is the other rounded to 億,
    and no two pots are named. One that could be either of two is neither. A part without a pot's
    name is of the pot that its body draws on by name, where just one fits.
    """
    groups: dict[int, list[Printed]] = {}
    of_label: dict[Label, set[int]] = defaultdict(set)
    holding: dict[Label, set[int]] = defaultdict(set)
    for number, printed in enumerate(sorted(sums, key=_says, reverse=True)):
        near = set[int]().union(
            *(of_label[label] for label in printed.money_of | printed.held_by),
            *(holding[label] for label in printed.money_of),
        )
        fits = [n for n in sorted(near & groups.keys()) if _are_one([printed], groups[n])]
        if any(not _are_one(groups[a], groups[b]) for a, b in combinations(fits, 2)):
            fits = []
        groups[number] = [*chain.from_iterable(groups.pop(n) for n in fits), printed]
        for member in groups[number]:
            for label in member.money_of:
                of_label[label].add(number)
            for label in member.held_by:
                holding[label].add(number)
    joined = _with_unnamed_parts(_with_abbreviations(list(groups.values())))
    return [sorted(group, key=_says, reverse=True) for group in joined]


def _says(printed: Printed) -> tuple[tuple[bool, bool, bool, int, str], str, int]:
    return printed.specificity, printed.appearance.id, printed.budget.line


def _are_one(group: Sequence[Printed], other: Sequence[Printed]) -> bool:
    return all(_may_be_one(a, b) for a in group for b in other)


def _may_be_one(a: Printed, b: Printed) -> bool:
    return _say_the_same(a, b) and not (a.pot and b.pot and not a.pot & b.pot)


def _say_the_same(a: Printed, b: Printed) -> bool:
    """Whether nothing that two sums say of yen, kind and year differs."""
    if a.budget.yen != b.budget.yen and (
        a.appearance.id == b.appearance.id or not is_rounded(a.budget.yen, b.budget.yen)
    ):
        return False
    return all(
        of_a == of_b or of_a is None or of_b is None
        for of_a, of_b in ((a.budget.kind, b.budget.kind), (a.budget.year, b.budget.year))
    )


def _with_abbreviations(groups: list[list[Printed]]) -> list[list[Printed]]:
    """The groups, those joined that are pots of one sum, kind and year, of which one goes by the
    short form of the other's name, where just one does.
    """
    alike: dict[tuple[str, int, int], list[int]] = defaultdict(list)
    for number, group in enumerate(groups):
        first = group[0].budget
        if first.kind and first.year:
            alike[first.kind, first.year, round(first.yen / ROUNDED_TO)].append(number)
    partners: dict[int, set[int]] = defaultdict(set)
    for numbers in alike.values():
        for a, b in combinations(numbers, 2):
            if _is_short_for(groups[a], groups[b]):
                partners[a].add(b)
                partners[b].add(a)
    for number, (other, *more) in sorted(partners.items()):
        if not more and partners[other] == {number} and groups[number]:
            groups[number] += groups[other]
            groups[other] = []
    return [group for group in groups if group]


def _is_short_for(group: Sequence[Printed], other: Sequence[Printed]) -> bool:
    """Whether one of two groups, of which one is a pot that is only known by name, is called by the
    short form of a name of the other.
    """
    only_pots = any(all(p.budget.part_of and p.pot for p in of) for of in (group, other))
    return (
        only_pots
        and all(_say_the_same(a, b) for a in group for b in other)
        and any(
            _is_abbreviation(a, b) or _is_abbreviation(b, a)
            for a in _names(group)
            for b in _names(other)
        )
    )


def _names(group: Sequence[Printed]) -> set[str]:
    """What a pot is called, and the measures that get a sum whole."""
    pots = {label[1] for p in group for label in p.pot if label[0] == "pot"}
    return pots | {_bare(p.appearance.title) for p in group if not p.budget.part_of}


def _is_abbreviation(short: str, name: str) -> bool:
    """デジ田交付金 of デジタル田園都市国家構想交付金: its letters in their order, the first and the
    last ones the same.
    """
    letters = iter(name)
    return (
        _SHORTEST_ENDING <= len(short) < len(name)
        and short[0] == name[0]
        and short[-2:] == name[-2:]
        and all(letter in letters for letter in short)
    )


def _with_unnamed_parts(groups: Iterable[list[Printed]]) -> list[list[Printed]]:
    """The groups, those that are nothing but parts without a pot's name put to the pot of their
    body.
    """
    kept: list[list[Printed]] = []
    unnamed: list[list[Printed]] = []
    for group in groups:
        nameless = all(p.budget.part_of and not p.pot and p.budget.year for p in group)
        (unnamed if nameless else kept).append(group)
    pots = [group for group in kept if any(p.pot for p in group)]
    joined: list[tuple[list[Printed], list[Printed]]] = []
    for group in unnamed:
        fits = [pot for pot in pots if _is_of_their_body(group, pot)]
        if len(fits) == 1:
            joined.append((fits[0], group))
        else:
            kept.append(group)
    for pot, group in joined:
        pot += group
    return kept


def _is_of_their_body(parts: Sequence[Printed], pot: Sequence[Printed]) -> bool:
    bodies = set[str]().union(*(p.bodies for p in pot if p.pot))
    return (
        any(p.bodies & bodies for p in parts)
        and _are_one(parts, pot)
        and all(
            abs(a.budget.yen - b.budget.yen) * _CLOSE <= a.budget.yen for a in parts for b in pot
        )
    )
