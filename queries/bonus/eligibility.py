"""How a company stands to a rule: it holds, a step is missing, it hangs on what is not told, or it
is for others.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace

from queries.bonus.book import RuleBook
from queries.bonus.company import Company
from queries.bonus.fit import fit, is_for_every_size, is_met, out_of_reach
from queries.bonus.open_to import Outside
from queries.bonus.prerequisites import Doors, doors_left
from queries.bonus.rules import Requirement, RuleCard
from queries.bonus.sizes import Question


@dataclass(frozen=True)
class PathNode:
    """A node on the way from what a company holds to what gets better."""

    id: str
    type: str
    name: str


@dataclass(frozen=True)
class Standing:
    """How one company stands to one rule. `missing`: groups of alternatives that are not met, of
    each one is needed; `depends`: what the company does not tell and the rule hangs on; `fits` is
    False for a rule that is not for companies of its size, `outside` says why. `path`: what is held
    (and what that contains, where the rule asks for a lower tier), the rule, what it raises;
    `aimed_at`: the sizes that the pages of what is raised are for, where the company's is none of
    them though the rule itself names no size; `outranked_by`: the id of a rule that counts in its
    stead; `either`: ids of rules of which one alone can be had with it, where neither outranks the
    other; `besides`: what applying to what is raised asks for and is not met, in `missing` too
    where the rule surely gives nothing without it.
    """

    rule: RuleCard
    fits: bool
    missing: tuple[tuple[Requirement, ...], ...]
    depends: tuple[Question, ...]
    path: tuple[PathNode, ...]
    aimed_at: tuple[str, ...] = ()
    outranked_by: str | None = None
    besides: tuple[tuple[Requirement, ...], ...] = ()
    outside: Outside | None = None
    either: tuple[str, ...] = ()

    @property
    def unlocked(self) -> bool:
        return self.fits and not self.missing and not self.depends

    @property
    def by(self) -> str:
        """What is held and does for it, in words: プラチナくるみん → くるみん + 賃上げ 3% (the
        first contains the second).
        """
        return self.by_names(lambda node: node.name)

    def by_names(self, name: Callable[[PathNode], str]) -> str:
        """The same with each thing called as `name` says."""
        asked = {each.id for each in self.rule.requires}
        held = [
            node
            for node in self.path
            if node.type in ("Certification", "Condition")
            and node.id not in {raised.id for raised in self.rule.raises}
        ]
        return "".join(
            f"{name(node)}{' + ' if node.id in asked else ' → '}" for node in held
        ).removesuffix(" + ")


def standing(book: RuleBook, company: Company, rule: RuleCard) -> Standing:
    """How the company stands to the rule."""
    depends = fit(book, company, rule)
    if isinstance(depends, Outside):
        return Standing(rule, False, (), (), (), outside=depends)
    return within_reach(
        book,
        company,
        with_doors(
            replace(asked_of(book, company, rule), depends=depends),
            doors_left(book, company, company, rule),
        ),
    )


def within_reach(book: RuleBook, company: Company, standing: Standing) -> Standing:
    """The same without the ways that are for companies of other sizes; where none is left, the rule
    is for others too.
    """
    barred = {
        way.id: found
        for ways in (*standing.missing, *standing.besides)
        for way in ways
        if (found := out_of_reach(book, company, way.id))
    }
    for ways in (*standing.missing, *standing.besides):
        if ways and all(way.id in barred for way in ways):
            return Standing(standing.rule, False, (), (), (), outside=barred[ways[0].id])
    if not barred:
        return standing
    missing, besides = (
        tuple(tuple(way for way in ways if way.id not in barred) for ways in groups_)
        for groups_ in (standing.missing, standing.besides)
    )
    return replace(standing, missing=missing, besides=besides)


def with_doors(standing: Standing, doors: Doors) -> Standing:
    """The same with what the doors ask for besides."""
    return replace(
        standing,
        besides=doors.asked,
        missing=tuple(dict.fromkeys((*standing.missing, *(doors.asked if doors.surely else ())))),
    )


def touched(book: RuleBook, company: Company) -> tuple[RuleCard, ...]:
    """The rules that ask for something that the company holds or does, or for nothing: no other can
    be unlocked.
    """
    conditions = (asked for deed in company.deeds for asked in book.met_by_doing[deed.what])
    rules = dict.fromkeys(
        rule for asked in (*company.held, *conditions) for rule in book.asking.get(asked, ())
    )
    return (
        *(book.rules[each] for each in rules),
        *(rule for rule in book.rules.values() if not rule.requires),
    )


def asked_of(book: RuleBook, company: Company, rule: RuleCard) -> Standing:
    """What the rule asks for and the company does not have, whatever its size."""
    missing, path = [], []
    for ways in rule.groups:
        met = next(
            iter(
                sorted(
                    (asked for asked in ways if is_met(asked, company)),
                    key=lambda asked: asked.id not in company.own,
                )
            ),
            None,
        )  # rather what is held than what that contains
        if met is None:
            missing.append(ways)
        else:
            path += _way(book, company, met)
    path += [
        PathNode(rule.id, "BonusRule", rule.name),
        *(PathNode(raised.id, raised.type, raised.name) for raised in rule.raises),
    ]
    return Standing(
        rule, True, tuple(missing), (), tuple(dict.fromkeys(path)), _aimed_at(book, company, rule)
    )


def _aimed_at(book: RuleBook, company: Company, rule: RuleCard) -> tuple[str, ...]:
    sizes = tuple(
        dict.fromkeys(
            size
            for raised in rule.raises
            if not is_for_every_size(book, raised.id)
            for size in book.targets.get(raised.id, ())
        )
    )
    related = company.size is None or any(
        company.size in book.sizes[size] or size in book.sizes[company.size] for size in sizes
    )
    return () if rule.size_class or related else sizes


def _way(book: RuleBook, company: Company, met: Requirement) -> Iterable[PathNode]:
    """What is held, and under it what is asked for where that is another."""
    if met.type == "Certification" and met.id not in company.own:
        holder = next(each for each in company.own if met.id in book.brought[each])
        yield PathNode(holder, "Certification", book.certifications[holder].name)
    yield PathNode(met.id, met.type, met.name)


def compared(book: RuleBook, standings: Sequence[Standing]) -> tuple[Standing, ...]:
    """The same, each that does not add up with one that is unlocked marked with that: with the one
    that counts in its stead, or those beside which it is a choice (these may hang on what is not
    told).
    """
    unlocked = [s.rule.id for s in standings if s.unlocked]
    within_reach = [s.rule for s in standings if s.fits and not s.missing]
    groups = {rule.exclusive_group for rule in within_reach if rule.exclusive_group}
    return tuple(
        (
            replace(
                s,
                outranked_by=outranked(book, (*unlocked, s.rule.id)).get(s.rule.id),
                either=_choice(s.rule, within_reach),
            )
            if s.rule.exclusive_group in groups
            else s
        )
        for s in standings
    )


def _choice(rule: RuleCard, others: Sequence[RuleCard]) -> tuple[str, ...]:
    """Those of its group that have no rank either and ask for something else (rules that ask for
    the same are for different head counts or parts).
    """
    own = {asked.id for asked in rule.requires}
    return tuple(
        other.id
        for other in others
        if rule.rank is None
        and other.rank is None
        and other.exclusive_group == rule.exclusive_group
        and {asked.id for asked in other.requires} != own
    )


def outranked(book: RuleBook, unlocked: Iterable[str]) -> dict[str, str]:
    """Rule → the rule that counts in its stead: of an exclusive group that of the lowest rank
    counts alone.
    """
    groups: dict[str, list[RuleCard]] = defaultdict(list)
    for each in unlocked:
        if each in book.ranks:
            groups[book.ranks[each]].append(book.rules[each])
    better = {}
    for rules in groups.values():
        first = min(rules, key=lambda rule: (rule.rank, rule.id))
        better |= {rule.id: first.id for rule in rules if rule.rank != first.rank}
    return better
