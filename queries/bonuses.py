"""What a certification unlocks: the rules that ask for it."""

from __future__ import annotations

from dataclasses import dataclass

from graph.store import Store
from queries.sources import Source


@dataclass(frozen=True)
class Requirement:
    """One way to meet a group of a rule. `id` is a certification's or condition's; `amount` in `unit`."""

    group: int
    id: str
    name: str
    kind: str
    tier_or_above: bool
    amount: float | None
    unit: str | None


@dataclass(frozen=True)
class Raised:
    """What gets better: a measure, or a programme that is no measure here (`type` Measure or Programme)."""

    id: str
    type: str
    name: str


@dataclass(frozen=True)
class RuleCard:
    """A bonus rule. All groups of `requires` must hold, each by one of its alternatives."""

    id: str
    condition: tuple[str, ...]
    condition_mode: str
    requires: tuple[Requirement, ...]
    benefit: str
    value: str | None
    size_class: str | None
    status: str
    since: str
    as_of: str
    raises: tuple[Raised, ...]
    stated_on: tuple[tuple[str, str], ...]
    sources: tuple[Source, ...]


@dataclass(frozen=True)
class CertificationBonuses:
    """A certification and the rules that holding it counts for, in force first.

    `tiers`: names of the certifications that were asked for (one, or the whole family).
    `in_documents` is False for one that no document names: it unlocks nothing that is stated here.
    """

    id: str
    name: str
    in_documents: bool
    tiers: tuple[str, ...]
    rules: tuple[RuleCard, ...]


def bonuses_of(store: Store, certification: str, all_tiers: bool = False) -> CertificationBonuses:
    """The rules that holding this certification satisfies (also those that ask for a lower tier "or above").

    `all_tiers` widens the question to every tier of the certification's family.
    Raises NotFound for an unknown certification.
    """
    raise NotImplementedError
