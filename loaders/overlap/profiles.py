"""What of a measure is compared: its current facts, one mapping of names to weights a likeness."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, get_args

from loaders.overlap.weights import Likeness
from loaders.records import Appearance, Measure
from loaders.text import fold

if TYPE_CHECKING:
    from loaders.catalogue import Catalogue

LIKENESSES: tuple[str, ...] = get_args(Likeness)


@dataclass(frozen=True)
class Profile:
    """A measure as it is compared.

    `ministries`: printed, or those that supervise its body (`derived`). `offices`: its agencies and bodies. `family`: what is equal for
    measures that are one and the same over years, or parts of one whole. `likenesses`: likeness -> name -> weight.
    """

    id: str
    ministries: frozenset[str]
    derived: bool
    offices: frozenset[str]
    family: str
    likenesses: Mapping[str, Mapping[str, float]]

    @property
    def printed_offices(self) -> frozenset[str] | None:
        """Its offices, if its page prints a ministry; None: a page that names a body alone is compared with all of the ministry."""
        return None if self.derived else self.offices


def profiles(catalogue: Catalogue) -> tuple[Profile, ...]:
    """The measures that a ministry answers for, by id, as their latest appearances tell of them."""
    appearances = {a.id: a for a in catalogue.appearances}
    items: dict[str, list[str]] = {}
    for item in catalogue.items:
        for measure in item.measures:
            items.setdefault(measure, []).append(item.id)
    family = families(catalogue.measures)
    found = [profile(m, appearances.get(m.appearances[0]) if m.appearances else None, items.get(m.id, ()), family[m.id])
             for m in sorted(catalogue.measures, key=lambda m: m.id)]
    return tuple(p for p in found if p.ministries)


def profile(measure: Measure, latest: Appearance | None, items: Sequence[str], family: str) -> Profile:
    """One measure's profile. Whom it helps are kinds, size classes and sectors; who applies is another thing (a bank applies, a firm benefits)."""
    likenesses = {
        "problem": {t.term: t.weight for t in measure.problems}, "activity": {t.term: t.weight for t in measure.activities},
        "term": {fold(t.term): t.weight for t in measure.terms}, "instrument": dict.fromkeys(measure.instruments, 1.0),
        "beneficiary": dict.fromkeys((*measure.beneficiaries, *measure.targets, *measure.industries), 1.0),
        "applicant": dict.fromkeys(latest.applicants if latest else (), 1.0), "body": dict.fromkeys(measure.bodies, 1.0),
        "pillar": {f"{latest.document if latest else ''}:{measure.pillar}": 1.0} if measure.pillar else {}, "item": dict.fromkeys(items, 1.0)}
    return Profile(measure.id, frozenset(measure.ministries or measure.derived_ministries), not measure.ministries,
                   frozenset((*measure.agencies, *measure.bodies)), family, likenesses)


def families(measures: Sequence[Measure]) -> dict[str, str]:
    """Measure -> the lowest id among all that it hangs together with as a part, a whole, a successor or a predecessor."""
    root = {m.id: m.id for m in measures}

    def top(measure: str) -> str:
        while root[measure] != measure:
            measure = root[measure]
        return measure

    for measure in measures:
        for other in (*measure.part_of, *measure.succeeds):
            if other in root:
                low, high = sorted((top(measure.id), top(other)))
                root[high] = low
    return {m.id: top(m.id) for m in measures}
