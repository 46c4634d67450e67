"""All that the questions about bonuses go by, read from the graph once: the rules, the
certifications and what they contain and need.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import chain
from typing import Any, TypeVar

from graph.language.fold import fold
from graph.language.search_key import search_key
from graph.schema.benefits import benefit_classes, benefit_ranks
from graph.schema.legal_sizes import legal_limits
from graph.schema.rule_status import RULE_STATUSES
from graph.store import Store
from queries.bonus.rule_book.certifications import KnownCertification, all_certifications
from queries.bonus.rule_book.open_to import Opening, holders, openings
from queries.bonus.rule_book.rules import BASE, Requirement, RuleCard, rule_cards
from queries.bonus.rule_book.sizes import SizeTests, size_tests
from queries.cypher import ask
from queries.kept import kept

T = TypeVar("T")


@dataclass(frozen=True)
class Asks:
    """What the answer for a rule turns on, of all that a company holds and does: what the rule asks
    for, and what applying to what it raises does.
    """

    certifications: frozenset[str]
    """Ids of those that are asked for, contain one or have one before them."""
    deeds: frozenset[str]
    """Names (as in `deed_names`) of what is asked for besides, or meets it."""


@dataclass(frozen=True)
class RuleBook:
    """What the documents say about bonuses, certifications and size classes."""

    rules: Mapping[str, RuleCard]
    """The rules by id, those in force first."""
    certifications: Mapping[str, KnownCertification]
    """The certifications by id."""
    implied: Mapping[str, frozenset[str]]
    """By certification, all that it contains, itself too."""
    needs: Mapping[str, tuple[str, ...]]
    """By certification, what must be held before it, directly."""
    sizes: Mapping[str, frozenset[str]]
    """By size class, the classes that it contains, itself too."""
    size_names: Mapping[str, str]
    """By folded name, the size class."""
    tests: SizeTests
    """By measure, how its page tells a size class by numbers."""
    targets: Mapping[str, tuple[str, ...]]
    """By measure that a rule raises, the sizes that its latest pages are for."""
    offices: Mapping[str, tuple[str, ...]]
    """By measure that a rule raises, its ministries."""
    open_to: Mapping[str, Opening]
    """By measure, whom it is for by size, where its page tells."""
    holders: Mapping[str, tuple[Opening, ...]]
    """By certification, whom it is for, where the pages that describe it tell."""
    issuers: Mapping[str, tuple[str, ...]]
    """By certification, the ministries behind it."""
    office_names: Mapping[str, str]
    """By folded other name of a ministry, agency or body, the folded formal one; the longest first.
    """
    described: Mapping[str, tuple[tuple[str, str], ...]]
    """By certification, the measures whose pages describe it, each with a size that these are for.
    """

    @cached_property
    def certification_names(self) -> dict[str, str]:
        """Folded name, also as a search compares it → id of the certification."""
        return {name: c.id for c in self.certifications.values() for name in c.known_as} | {
            fold(c.name): c.id for c in self.certifications.values()
        }

    @cached_property
    def variants(self) -> dict[str, tuple[str, ...]]:
        """Certification that several laws have → those under one law each, which contain it."""
        ids = {known.name: known.id for known in self.certifications.values()}
        by_general: dict[str, tuple[str, ...]] = {}
        for name, variant in ids.items():
            general = ids.get(name.partition("（")[0])
            if general and general != variant and general in self.implied[variant]:
                by_general[general] = (*by_general.get(general, ()), variant)
        return by_general

    @cached_property
    def conditions(self) -> dict[str, tuple[Requirement, ...]]:
        """What rules ask for besides certifications, by its folded name without the amount."""
        by_name: dict[str, dict[str, Requirement]] = defaultdict(dict)
        for rule in self.rules.values():
            for way in rule.requires:
                if way.type == "Condition":
                    by_name[fold(way.what)][way.id] = way
        return {name: tuple(ways.values()) for name, ways in by_name.items()}

    @cached_property
    def deed_names(self) -> dict[str, str]:
        """Folded name of what a company can do or have, or another name for it, also as a search
        compares it → that name as `conditions` has it.
        """
        conditions = [way for ways in self.conditions.values() for way in ways]
        names = (
            {fold(alias): fold(way.what) for way in conditions for alias in way.aliases}
            | {fold(name): fold(name) for way in conditions for name in way.met_by}
            | {name: name for name in self.conditions}
        )
        return {search_key(name): deed for name, deed in names.items()} | names

    @cached_property
    def met_by_doing(self) -> dict[str, tuple[str, ...]]:
        """Name of a deed (as in `deed_names`) → ids of the conditions that it may meet."""
        by_deed: dict[str, dict[str, None]] = defaultdict(dict)
        for way in (way for ways in self.conditions.values() for way in ways):
            for name in _deeds(way):
                by_deed[name][way.id] = None
        return {name: tuple(ids) for name, ids in by_deed.items()}

    @cached_property
    def brought(self) -> dict[str, frozenset[str]]:
        """Certification → all that its holder holds or has met: itself, what it contains, what each
        of these needs before it.
        """
        directly = {
            certification: (*self.implied[certification], *self.needs.get(certification, ()))
            for certification in self.certifications
        }
        return closures(self.certifications, directly)

    @cached_property
    def asking(self) -> dict[str, tuple[str, ...]]:
        """Certification or condition → the rules that ask for it by name."""
        by_way: dict[str, dict[str, None]] = defaultdict(dict)
        for rule in self.rules.values():
            for way in rule.requires:
                by_way[way.id][rule.id] = None
        return {way: tuple(rules) for way, rules in by_way.items()}

    @cached_property
    def remembered(self) -> dict[str, Any]:
        """What those who answer by this book keep for the next answer, by its name."""
        return {}

    @cached_property
    def prerequisites(self) -> dict[str, tuple[RuleCard, ...]]:
        """Rule → the rules in force that are a requirement for applying to what it raises; none for
        a rule that is such a requirement itself, and no share for a cap or sum for a rate.
        """
        by_raised: dict[str, dict[str, RuleCard]] = defaultdict(dict)
        for rule in self.rules.values():
            if _opens(rule) and rule.status == "in_force":
                for raised in rule.raises:
                    by_raised[raised.id][rule.id] = rule
        before: dict[str, dict[str, RuleCard]] = {rule: {} for rule in self.rules}
        for rule in self.rules.values():
            for raised in () if _opens(rule) else rule.raises:
                before[rule.id] |= {
                    id_: opens
                    for id_, opens in by_raised.get(raised.id, {}).items()
                    if opens.benefit != BASE or rule.is_of_the_sort_of(opens)
                }
        return {rule: tuple(requirements.values()) for rule, requirements in before.items()}

    @cached_property
    def asks(self) -> dict[str, Asks]:
        """Rule → what of a company's holdings its answer turns on."""
        ways = {
            rule.id: [way for card in (rule, *self.prerequisites[rule.id]) for way in card.requires]
            for rule in self.rules.values()
        }
        ids = {rule: frozenset(way.id for way in asked_for) for rule, asked_for in ways.items()}
        return {
            rule: Asks(
                frozenset(
                    certification
                    for certification, brought in self.brought.items()
                    if not brought.isdisjoint(ids[rule])
                ),
                frozenset(name for way in asked_for for name in _deeds(way)),
            )
            for rule, asked_for in ways.items()
        }

    @cached_property
    def places(self) -> dict[str, int]:
        """Rule → its place in an answer, from 0: by benefit, status, what is raised, id."""
        ordered = sorted(
            self.rules.values(),
            key=lambda rule: (
                benefit_ranks()[rule.benefit],
                RULE_STATUSES.index(rule.status),
                "".join(raised.name for raised in rule.raises),
                rule.id,
            ),
        )
        return {rule.id: place for place, rule in enumerate(ordered)}

    @cached_property
    def ranks(self) -> dict[str, tuple[str, int]]:
        """Rule → its exclusive group and its rank there, for those that have one."""
        return {
            rule.id: (rule.exclusive_group, rule.rank)
            for rule in self.rules.values()
            if rule.exclusive_group and rule.rank is not None
        }

    @cached_property
    def limits(self) -> dict[str, tuple[float, ...]]:
        """Number of a company → the amounts at which an answer may turn by the documents or a law,
        the lowest first.
        """
        of_sizes = (
            limit
            for classes in self.tests.values()
            for ways in classes.values()
            for way in ways
            for limit in way.limits
        )
        of_rules = (limit for rule in self.rules.values() for limit in rule.limits)
        of_holders = (
            limit
            for openings_ in self.holders.values()
            for opening in openings_
            for limit in opening.limits
        )
        amounts: dict[str, set[float]] = defaultdict(set)
        for limit in chain(of_sizes, of_rules, of_holders):
            amounts[limit.of].add(limit.amount)
        for number, legal in legal_limits():
            amounts[number].add(legal)
        return {number: tuple(sorted(values)) for number, values in amounts.items()}

    def held_with(self, certifications: Iterable[str]) -> frozenset[str]:
        """These certifications and all that they contain and that was needed for them."""
        return frozenset().union(*(self.brought[name] for name in certifications))

    def needed_before(
        self, certification: str, held: frozenset[str] = frozenset()
    ) -> tuple[str, ...]:
        """What must be held before a certification and is not, in the order in which it
        can be had.
        """
        order: dict[str, None] = {}

        def visit(certification: str, above: tuple[str, ...]) -> None:
            for needed in self.needs.get(certification, ()):
                if needed not in held and needed not in above:
                    visit(needed, (*above, needed))
                    order[needed] = None

        visit(certification, (certification,))
        return tuple(order)


def _deeds(way: Requirement) -> tuple[str, ...]:
    """The folded names of what a company may do to meet one thing that is asked for."""
    return tuple(fold(name) for name in (way.what, *way.met_by))


@kept
def rule_book(store: Store) -> RuleBook:
    """The rule book of the graph as it is now: read anew (a few hundredths of a second) only where
    the store's stamp says that the graph is another.
    """
    cards = rule_cards(store, [row["id"] for row in ask(store, "bonus/rule_book/all_rules")])
    known = {certification.id: certification for certification in all_certifications(store)}
    sizes = ask(store, "bonus/rule_book/size_classes")
    open_to = openings(store)
    parts = _directly((row["name"], row["part"]) for row in sizes if row["part"])
    return RuleBook(
        rules={card.id: card for card in cards},
        certifications=known,
        implied=closures(
            known,
            _directly(
                (row["id"], row["below"])
                for row in ask(store, "bonus/rule_book/certifications_below")
            ),
        ),
        needs=_directly(
            (row["id"], row["needed"]) for row in ask(store, "bonus/rule_book/certification_needs")
        ),
        sizes=closures((row["name"] for row in sizes), parts),
        size_names={name: row["name"] for row in sizes for name in row["known_as"]},
        tests=size_tests(store),
        targets=_directly(
            (row["measure"], row["size_class"]) for row in ask(store, "bonus/rule_book/targets")
        ),
        offices=_directly(
            (row["measure"], row["ministry"]) for row in ask(store, "bonus/rule_book/offices")
        ),
        open_to=open_to,
        holders=holders(store, open_to),
        issuers=ministries_behind(ask(store, "bonus/rule_book/certification_issuers")),
        office_names=_office_names(store),
        described=_directly(
            (row["id"], (row["measure"], row["size_class"]))
            for row in ask(store, "bonus/rule_book/certification_pages")
        ),
    )


def ministries_behind(rows: Sequence[Mapping[str, Any]]) -> dict[str, tuple[str, ...]]:
    """The ministries behind each certification; of one that a ministry gives with others, who
    supervises the others (an exchange) does not stand behind it.
    """
    given = {row["id"] for row in rows if row["issuer_type"] == "Ministry"}
    pairs = (
        (row["id"], row["issuer_name"] if row["issuer_type"] == "Ministry" else row["ministry"])
        for row in rows
        if row["id"] not in given or row["issuer_type"] in ("Ministry", "Agency")
    )
    return _directly((id_, ministry) for id_, ministry in dict.fromkeys(pairs) if ministry)


def _office_names(store: Store) -> dict[str, str]:
    names = {
        name: fold(row["name"])
        for row in ask(store, "bonus/rule_book/office_names")
        for name in row["known_as"]
    }
    longest_first = sorted(names, key=lambda name: (-len(name), name))
    return {name: names[name] for name in longest_first if name != names[name]}


def _directly(pairs: Iterable[tuple[str, T]]) -> dict[str, tuple[T, ...]]:
    by_first: dict[str, tuple[T, ...]] = {}
    for first, second in pairs:
        by_first[first] = (*by_first.get(first, ()), second)
    return by_first


def closures(
    things: Iterable[str], directly: Mapping[str, tuple[str, ...]]
) -> dict[str, frozenset[str]]:
    """Each thing with all that can be reached from it step by step, itself too."""
    reachable = {}
    for thing in things:
        reached, waiting = {thing}, [thing]
        while waiting:
            new = [step for step in directly.get(waiting.pop(), ()) if step not in reached]
            reached.update(new)
            waiting += new
        reachable[thing] = frozenset(reached)
    return reachable


def _opens(rule: RuleCard) -> bool:
    """Whether nobody gets what the rule raises who does not meet it."""
    return benefit_classes()[rule.benefit] == "prerequisite"
