"""All that the questions about bonuses go by, read from the graph once: the rules, the
certifications and what they contain and need.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property
from itertools import chain
from typing import TypeVar
from weakref import WeakKeyDictionary

from graph.language.fold import fold
from graph.store import Store
from queries.bonus.certifications import KnownCertification, all_certifications
from queries.bonus.open_to import Opening, holders, openings
from queries.bonus.rules import Requirement, RuleCard, rule_cards
from queries.bonus.sizes import SizeTests, size_tests
from queries.cypher import ask

T = TypeVar("T")
_KEPT: WeakKeyDictionary[Store, tuple[str, RuleBook]] = (
    WeakKeyDictionary()
)  # the last book read from a store that is open, with the stamp of its graph


@dataclass(frozen=True)
class RuleBook:
    """The rules by id (those in force first), the certifications by id; `implied`: each with all
    that it contains, itself too; `needs`: what each must have before it, directly; `sizes`: each
    size class with the classes that it contains, itself too, and `size_names` their folded names;
    `tests`: by measure, how its page tells a size class by numbers; `targets` and `offices`: by
    measure that a rule raises, the sizes that its latest pages are for, and its ministries;
    `open_to` and `holders`: whom a measure and a certification are for by size, where their pages
    tell; `issuers`: the ministries behind a certification; `described`: the measures whose pages
    describe it, each with a size that these are for.
    """

    rules: Mapping[str, RuleCard]
    certifications: Mapping[str, KnownCertification]
    implied: Mapping[str, frozenset[str]]
    needs: Mapping[str, tuple[str, ...]]
    sizes: Mapping[str, frozenset[str]]
    size_names: Mapping[str, str]
    tests: SizeTests
    targets: Mapping[str, tuple[str, ...]]
    offices: Mapping[str, tuple[str, ...]]
    open_to: Mapping[str, Opening]
    holders: Mapping[str, tuple[Opening, ...]]
    issuers: Mapping[str, tuple[str, ...]]
    described: Mapping[str, tuple[tuple[str, str], ...]]

    @cached_property
    def certification_names(self) -> dict[str, str]:
        """Folded name → id of the certification."""
        return {name: c.id for c in self.certifications.values() for name in c.known_as} | {
            fold(c.name): c.id for c in self.certifications.values()
        }

    @cached_property
    def conditions(self) -> dict[str, tuple[Requirement, ...]]:
        """What rules ask for besides certifications, by its folded name without the amount."""
        found: dict[str, dict[str, Requirement]] = defaultdict(dict)
        for rule in self.rules.values():
            for asked in rule.requires:
                if asked.type == "Condition":
                    found[fold(asked.what)][asked.id] = asked
        return {what: tuple(ways.values()) for what, ways in found.items()}

    @cached_property
    def deed_names(self) -> dict[str, str]:
        """Folded name of what a company can do or have, or another name for it → that name as
        `conditions` has it.
        """
        asked = [each for ways in self.conditions.values() for each in ways]
        return (
            {fold(alias): fold(each.what) for each in asked for alias in each.aliases}
            | {fold(other): fold(other) for each in asked for other in each.met_by}
            | {what: what for what in self.conditions}
        )

    @cached_property
    def met_by_doing(self) -> dict[str, tuple[str, ...]]:
        """Name of a deed (as in `deed_names`) → ids of the conditions that it may meet."""
        found: dict[str, dict[str, None]] = defaultdict(dict)
        for asked in (each for ways in self.conditions.values() for each in ways):
            for name in (asked.what, *asked.met_by):
                found[fold(name)][asked.id] = None
        return {name: tuple(ids) for name, ids in found.items()}

    @cached_property
    def brought(self) -> dict[str, frozenset[str]]:
        """Certification → all that its holder holds or has met: itself, what it contains, what each
        of these needs before it.
        """
        directly = {
            each: (*self.implied[each], *self.needs.get(each, ())) for each in self.certifications
        }
        return closures(self.certifications, directly)

    @cached_property
    def asking(self) -> dict[str, tuple[str, ...]]:
        """Certification → the rules that ask for it by name."""
        found: dict[str, dict[str, None]] = defaultdict(dict)
        for rule in self.rules.values():
            for asked in rule.requires:
                found[asked.id][rule.id] = None
        return {asked: tuple(rules) for asked, rules in found.items()}

    @cached_property
    def doors(self) -> dict[str, tuple[RuleCard, ...]]:
        """Measure or programme → the rules in force that are a requirement for applying to it."""
        found: dict[str, list[RuleCard]] = defaultdict(list)
        for rule in self.rules.values():
            for raised in (
                rule.raises if rule.benefit == "requirement" and rule.status == "in_force" else ()
            ):
                found[raised.id].append(rule)
        return {raised: tuple(rules) for raised, rules in found.items()}

    @cached_property
    def ranks(self) -> dict[str, str]:
        """Rule → its exclusive group, for those that have a rank in one."""
        return {
            rule.id: rule.exclusive_group
            for rule in self.rules.values()
            if rule.exclusive_group and rule.rank is not None
        }

    @cached_property
    def limits(self) -> frozenset[tuple[str, float]]:
        """The numbers (of what, how much) at which an answer may turn."""
        of_sizes = (
            limit
            for classes in self.tests.values()
            for ways in classes.values()
            for way in ways
            for limit in way.limits
        )
        of_rules = (limit for rule in self.rules.values() for limit in rule.limits)
        of_holders = (
            limit for each in self.holders.values() for opening in each for limit in opening.limits
        )
        return frozenset(
            (limit.of, limit.amount) for limit in chain(of_sizes, of_rules, of_holders)
        )

    def held_with(self, ids: Iterable[str]) -> frozenset[str]:
        """These certifications and all that they contain and that was needed for them."""
        return frozenset().union(*(self.brought[each] for each in ids))

    def needed_before(
        self, certification: str, held: frozenset[str] = frozenset()
    ) -> tuple[str, ...]:
        """What must be held before a certification and is not, in the order in which it
        can be had.
        """
        order: dict[str, None] = {}

        def visit(each: str, above: tuple[str, ...]) -> None:
            for needed in self.needs.get(each, ()):
                if needed not in held and needed not in above:
                    visit(needed, (*above, needed))
                    order[needed] = None

        visit(certification, (certification,))
        return tuple(order)


def rule_book(store: Store) -> RuleBook:
    """The rule book of the graph as it is now: read anew (a few hundredths of a second) only where
    the store's stamp says that the graph is another.
    """
    stamp = store.status().stamp
    kept = _KEPT.get(store)
    if kept is None or kept[0] != stamp:
        kept = _KEPT[store] = stamp, _read(store)
    return kept[1]


def _read(store: Store) -> RuleBook:
    cards = rule_cards(store, [row["id"] for row in ask(store, "bonus/all_rules")])
    known = {c.id: c for c in all_certifications(store)}
    sizes = ask(store, "bonus/size_classes")
    open_to = openings(store)
    parts = _directly((row["name"], row["part"]) for row in sizes if row["part"])
    return RuleBook(
        rules={card.id: card for card in cards},
        certifications=known,
        implied=closures(
            known,
            _directly(
                (row["id"], row["below"]) for row in ask(store, "bonus/certifications_below")
            ),
        ),
        needs=_directly(
            (row["id"], row["needed"]) for row in ask(store, "bonus/certification_needs")
        ),
        sizes=closures((row["name"] for row in sizes), parts),
        size_names={name: row["name"] for row in sizes for name in row["known_as"]},
        tests=size_tests(store),
        targets=_directly(
            (row["measure"], row["size_class"]) for row in ask(store, "bonus/targets")
        ),
        offices=_directly((row["measure"], row["ministry"]) for row in ask(store, "bonus/offices")),
        open_to=open_to,
        holders=holders(store, open_to),
        issuers=_directly(
            (row["id"], ministry)
            for row in ask(store, "bonus/certification_issuers")
            if (
                ministry := (
                    row["issuer_name"] if row["issuer_type"] == "Ministry" else row["ministry"]
                )
            )
        ),
        described=_directly(
            (row["id"], (row["measure"], row["size_class"]))
            for row in ask(store, "bonus/certification_pages")
        ),
    )


def _directly(pairs: Iterable[tuple[str, T]]) -> dict[str, tuple[T, ...]]:
    found: dict[str, tuple[T, ...]] = {}
    for one, other in pairs:
        found[one] = (*found.get(one, ()), other)
    return found


def closures(
    things: Iterable[str], directly: Mapping[str, tuple[str, ...]]
) -> dict[str, frozenset[str]]:
    """Each thing with all that can be reached from it step by step, itself too."""
    found = {}
    for thing in things:
        reached, waiting = {thing}, [thing]
        while waiting:
            new = [each for each in directly.get(waiting.pop(), ()) if each not in reached]
            reached.update(new)
            waiting += new
        found[thing] = frozenset(reached)
    return found
