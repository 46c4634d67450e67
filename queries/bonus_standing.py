"""How a company stands to a rule: it holds, a step is missing, it hangs on what is not told, or it is for others."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from itertools import groupby

from graph.fold import fold
from queries.bonus_book import RuleBook
from queries.bonus_company import Company, in_size, size_at
from queries.bonus_size import Question
from queries.rule_cards import Requirement, RuleCard


@dataclass(frozen=True)
class PathNode:
    """A node on the way from what a company holds to what gets better."""

    id: str
    type: str
    name: str


@dataclass(frozen=True)
class Standing:
    """How one company stands to one rule. `missing`: groups of alternatives that are not met, of each one is needed; `depends`: what the
    company does not tell and the rule hangs on; `fits` is False for a rule of another size class. `path`: what is held (and what that contains, where the
    rule asks for a lower tier), the rule, what it raises; `aimed_at`: the sizes that the pages of what is raised are for, where the company's is none of them though
    the rule itself names no size; `outranked_by`: the id of a rule that counts in its stead."""

    rule: RuleCard
    fits: bool
    missing: tuple[tuple[Requirement, ...], ...]
    depends: tuple[Question, ...]
    path: tuple[PathNode, ...]
    aimed_at: tuple[str, ...] = ()
    outranked_by: str | None = None

    @property
    def unlocked(self) -> bool:
        return self.fits and not self.missing and not self.depends


def standing(book: RuleBook, company: Company, rule: RuleCard) -> Standing:
    """How the company stands to the rule."""
    fits, depends = _fit(book, company, rule)
    if not fits:
        return Standing(rule, False, (), (), ())
    missing, path = [], []
    for _, alternatives in groupby(rule.requires, key=lambda asked: asked.group):
        ways = tuple(alternatives)
        met = next((asked for asked in ways if is_met(asked, company)), None)
        if met is None:
            missing.append(ways)
        else:
            path += _way(book, company, met)
    path += [PathNode(rule.id, "BonusRule", rule.name), *(PathNode(raised.id, raised.type, raised.name) for raised in rule.raises)]
    return Standing(rule, True, tuple(missing), depends, tuple(dict.fromkeys(path)), _aimed_at(book, company, rule))


def _fit(book: RuleBook, company: Company, rule: RuleCard) -> tuple[bool, tuple[Question, ...]]:
    if rule.size_class is None:
        return True, ()
    measures = [raised.id for raised in rule.raises] + [measure for measure, _ in rule.stated_on]
    measure = next((each for each in measures if each in book.tests), None)
    found = in_size(book, size_at(book, company, measure), rule.size_class)
    return (found, ()) if isinstance(found, bool) else (True, found)


def _aimed_at(book: RuleBook, company: Company, rule: RuleCard) -> tuple[str, ...]:
    sizes = tuple(dict.fromkeys(size for raised in rule.raises for size in book.targets.get(raised.id, ())))
    related = company.size is None or any(company.size in book.sizes[size] or size in book.sizes[company.size] for size in sizes)
    return () if rule.size_class or related else sizes


def is_met(asked: Requirement, company: Company) -> bool:
    """Whether a company holds the certification asked for, or one that contains it, or does what is asked for, by the amount at least."""
    if asked.type == "Certification":
        return asked.id in company.held
    return any(_suffices(asked, deed.amount, deed.unit) for deed in company.deeds if deed.what == fold(asked.what))


def _suffices(asked: Requirement, amount: float | None, unit: str | None) -> bool:
    return asked.amount is None or (amount is not None and unit == asked.unit and amount >= asked.amount)


def _way(book: RuleBook, company: Company, met: Requirement) -> Iterable[PathNode]:
    """What is held, and under it what is asked for where that is another."""
    if met.type == "Certification" and met.id not in company.own:
        holder = next(each for each in company.own if met.id in book.implied[each])
        yield PathNode(holder, "Certification", book.certifications[holder].name)
    yield PathNode(met.id, met.type, met.name)


def ranked(unlocked: Sequence[Standing]) -> tuple[Standing, ...]:
    """The same, each that does not add up with a better one marked with that: of an exclusive group the lowest rank counts alone, of the
    steps of a ladder (rules alike but for the amount asked for) the highest."""
    better: dict[str, str] = {}
    for group in _alike((s for s in unlocked if s.rule.exclusive_group and s.rule.rank is not None), lambda s: s.rule.exclusive_group):
        first = min(group, key=lambda s: (s.rule.rank, s.rule.id))
        better |= {s.rule.id: first.rule.id for s in group if s.rule.rank != first.rule.rank}
    for ladder in _alike(unlocked, lambda s: _ladder(s.rule)):
        top = max(ladder, key=lambda s: (_amounts(s.rule), s.rule.id))
        better |= {s.rule.id: top.rule.id for s in ladder if _is_below(s.rule, top.rule)}
    return tuple(replace(s, outranked_by=better.get(s.rule.id)) for s in unlocked)


def _alike(standings: Iterable[Standing], key) -> list[list[Standing]]:
    groups = defaultdict(list)
    for each in standings:
        groups[key(each)].append(each)
    return [group for group in groups.values() if len(group) > 1]


def _ladder(rule: RuleCard) -> tuple[object, ...]:
    asked = tuple((q.group, q.type, q.what, q.unit) for q in rule.requires)
    return rule.benefit, rule.size_class, tuple((raised.id, raised.printed) for raised in rule.raises), rule.status, asked


def _amounts(rule: RuleCard) -> tuple[float, ...]:
    return tuple(q.amount or 0.0 for q in rule.requires)


def _is_below(lower: RuleCard, top: RuleCard) -> bool:
    pairs = list(zip(_amounts(lower), _amounts(top), strict=True))
    return all(a <= b for a, b in pairs) and any(a < b for a, b in pairs)
