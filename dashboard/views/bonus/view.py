"""What a view of the bonus page's picture holds: what is asked for, the rules, what they raise. It
hangs on the rules of the graph alone, never on the company.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass

from dashboard.views.bonus.form import ladders_of
from graph.language.fold import fold
from graph.schema.benefits import benefit_classes
from queries.bonus.rule_book.book import RuleBook
from queries.bonus.rule_book.rules import Requirement, RuleCard

# class of a benefit → the view of the rules that give it for a certification
_OF_CLASS = {"money": "points", "prerequisite": "prerequisites", "soft": "soft"}


@dataclass(frozen=True)
class View:
    """What one view shows."""

    requirements: Mapping[str, tuple[str, ...]]
    """Node of a thing asked for → the requirements that ask for it, by id."""
    bundles: Mapping[str, tuple[RuleCard, ...]]
    """Node → rules that ask for the same and give alike."""
    raised: Mapping[str, tuple[str, str]]
    """Node of what gets better → its type and name."""

    def holder(self, node: str) -> str:
        """The node that stands for a rule or a condition in the picture."""
        of_rule = next(
            (
                first
                for first, rules in self.bundles.items()
                if any(rule.id == node for rule in rules)
            ),
            node,
        )
        return next((first for first, ids in self.requirements.items() if node in ids), of_rule)

    def rules_at(self, node: str) -> tuple[RuleCard, ...]:
        """The rules that go through a node of the picture."""
        ids = self.requirements.get(node, (node,))
        return self.bundles.get(node) or tuple(
            rule
            for rules in self.bundles.values()
            for rule in rules
            if any(requirement.id in ids for requirement in rule.requires)
            or any(raised.id == node for raised in rule.raises)
        )


def view_of(rule: RuleCard) -> str:
    """In which view a rule stands: by whether it asks for a certification, and by what it gives."""
    if any(requirement.type == "Certification" for requirement in rule.requires):
        return _OF_CLASS[benefit_classes()[rule.benefit]]
    raises_wages = any(requirement.kind == "wage_raise" for requirement in rule.requires)
    return "wage" if raises_wages else "deeds"


def view(book: RuleBook, name: str) -> View:
    """The view of this name: the node of several things is the first of their ids."""
    rules = sorted(
        (rule for rule in book.rules.values() if view_of(rule) == name), key=lambda rule: rule.id
    )
    by_thing: dict[tuple[str, str], list[str]] = defaultdict(list)
    bundles: dict[object, list[RuleCard]] = defaultdict(list)
    for rule in rules:
        for requirement in rule.requires:
            by_thing[_thing(requirement)].append(requirement.id)
        asks_for = frozenset(
            (requirement.group, _thing(requirement)) for requirement in rule.requires
        )
        bundles[asks_for, rule.benefit].append(rule)
    requirements = {min(ids): tuple(sorted(set(ids))) for ids in by_thing.values()}
    # a ladder is shown whole where one of its tiers is asked for
    for tiers in ladders_of(book).values():
        if any(tier.id in requirements for tier in tiers):
            requirements |= {tier.id: (tier.id,) for tier in tiers if tier.in_documents}
    return View(
        requirements,
        {bundle[0].id: tuple(bundle) for bundle in bundles.values()},
        {raised.id: (raised.type, raised.name) for rule in rules for raised in rule.raises},
    )


def _thing(requirement: Requirement) -> tuple[str, str]:
    """What is asked for, however much of it."""
    if requirement.type == "Certification":
        return requirement.type, requirement.id
    return requirement.type, fold(requirement.what)
