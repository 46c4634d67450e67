"""What meeting a condition unlocks: as one document states it, and over documents."""

from __future__ import annotations

from typing import Literal

from graph.schema.rule_status import EndedWhy, RuleStatus, Status
from graph.schema.size_classes import SizeClass
from loaders.catalogue.records.appearance import SizeLimit
from loaders.catalogue.records.kinds import (
    Benefit,
    ConditionKind,
    Identified,
    Record,
    Unstated,
)

ValueIs = Literal["added", "level"]


class Alternative(Record):
    """One way to meet a group of requirements: a certification (or a tier above it), a wage rise of
    an amount …
    """

    what: str
    """The certification or condition, by its name in the vocabulary, else as printed."""
    kind: ConditionKind
    """What kind of condition it is."""
    tier_or_above: bool = False
    """Whether the tiers above it meet it, too (くるみん以上)."""
    amount: float | None = None
    """How much is asked for, in `unit`."""
    unit: str | None = None
    """The unit of the amount (%, 円, 点)."""


class Raises(Record):
    """What gets better: a measure of the catalogue, or a programme outside it."""

    measure: str | None = None
    """The measure's id."""
    frame: str | None = None
    """The frame of the measure, where only that gets better."""
    programme: str | None = None
    """The name of a programme outside the catalogue (公共調達)."""
    printed: str
    """What gets better, as printed."""


class NotFor(Record):
    """A size class that does not get a bonus though it gets the measure."""

    size_class: SizeClass
    """The class."""
    line: int
    """The line that says so."""


class Clawback(Record):
    """What of a grant must be paid back, or is cut, where a requirement was not met in the end."""

    printed: str
    """What follows, as printed (the grant is paid back, the difference is …)."""
    document: str
    """The document that says so."""
    line: int
    """The line that says so."""


class Excluded(Record):
    """Who does not get a bonus, or in which case nobody does, in the words of the page."""

    printed: str
    """Who or when, as printed."""
    document: str
    """The document that says so."""
    line: int
    """The line that says so."""


class Bonus(Identified):
    """What meeting a condition unlocks, as one document states it at one place."""

    id: str
    """bonus:{document}:{digest of the measure}-{number in the order of the lines}."""
    condition: list[str]
    """The conditions, as printed, or put together from what is printed."""
    condition_mode: Literal["any", "all"]
    """Whether any of them is enough or all are needed."""
    condition_kind: ConditionKind
    """What kind of condition the first is."""
    benefit: Benefit
    """What is gained."""
    value: str | None = None
    """How much, as printed."""
    value_is: ValueIs | None = None
    """Whether the value comes on top of what there is without (`added`) or is what there is then
    (`level`); null where it is none of the two for certain."""
    applies_to: str | None = None
    """What gets better, as printed."""
    size_class: SizeClass | None = None
    """The size class that it is for; null: every one that gets the measure."""
    status: Status
    """Whether it holds, is planned or is considered, when the document was made."""
    document: str
    """The document's id."""
    line: int
    """The line that states the benefit."""
    measure: str
    """The measure whose page states it, or the policy item where no measure follows from it."""
    requires: list[list[Alternative]] = []
    """Groups that must all hold, each a list of alternatives."""
    limits: list[SizeLimit] = []
    """Head counts that it is for."""
    not_for: list[NotFor] = []
    """Size classes that are left out."""
    excluded: list[Excluded] = []
    """Who else is left out, in words of the page."""
    exclusive_group: str | None = None
    """Of one group a company gets the bonus of lowest `rank` whose conditions it meets."""
    rank: int | None = None
    """The place within the group, from 1."""
    unstated: list[Unstated] = []
    """What it hangs on and the document does not say: what its ranked conditions are, how much is
    asked for, what is asked for, of which course or frame of the measure it is."""
    raises: Raises | None = None
    """What gets better."""
    also_raises: list[Raises] = []
    """What else does, where the sentence names several programmes."""
    clawback: Clawback | None = None
    """What must be paid back where the condition was not met in the end."""


class Ended(Record):
    """Why a rule is over."""

    why: EndedWhy
    """A later document of the kind tells of its programmes no more (`not_told`), another measure
    succeeds them (`succeeded`), or the same page says further down what came of it (`overtaken`).
    """
    by: str | None = None
    """The id of the measure that succeeds."""
    document: str
    """The document that shows it."""
    line: int | None = None
    """The line of it; null: the whole document shows it."""


class Rule(Identified):
    """The same bonus over documents and years, once."""

    id: str
    """rule:{digest}."""
    bonuses: list[str]
    """The ids of the bonuses that state it."""
    status: RuleStatus
    """Its status by the latest document that could tell it; `not_restated`: that one has its
    measure without it; `ended`: none tells of its measure any more."""
    since: str
    """The date of the first document that states it."""
    as_of: str
    """The date of the last document that states it."""
    ended: Ended | None = None
    """Why it ended."""
    last_status: Status | None = None
    """Of one that is not restated or ended: the status with which it was stated last."""
    condition: list[str]
    """The conditions of the document that says most: as printed, or put together from it."""
    condition_mode: Literal["any", "all"]
    """Whether any of them is enough or all are needed."""
    requires: list[list[Alternative]] = []
    """Groups that must all hold, each a list of alternatives."""
    limits: list[SizeLimit] = []
    """Head counts that it is for."""
    not_for: list[SizeClass] = []
    """Size classes that are left out."""
    excluded: list[Excluded] = []
    """Who else is left out, in words of the page."""
    benefit: Benefit
    """What is gained."""
    value: str | None = None
    """How much, as printed."""
    value_is: ValueIs | None = None
    """Whether the value comes on top of what there is without (`added`) or is what there is then
    (`level`); null where it is none of the two for certain."""
    raises: Raises | None = None
    """What gets better."""
    also_raises: list[Raises] = []
    """What else does, where the sentence names several programmes."""
    size_class: SizeClass | None = None
    """The size class that it is for; null: every one that gets the measure."""
    exclusive_group: str | None = None
    """Of one group a company gets the rule of the lowest `rank` whose conditions it meets."""
    rank: int | None = None
    """The place within the group, from 1."""
    unstated: list[Unstated] = []
    """What it hangs on and no document says."""
    clawback: Clawback | None = None
    """What must be paid back where the condition was not met in the end."""
