"""What of a measure is compared: its current facts, as names with weights."""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from loaders.catalogue.records import Appearance, Item, Measure
from loaders.overlap.topics import fields_of
from loaders.text.lines import fold
from loaders.vocabulary.bodies import bodies

if TYPE_CHECKING:
    from loaders.catalogue.files import Catalogue

# what the state pays a body for all that it does
GRANT = "運営費交付金"
# sums a power of ten and a half apart have nothing in common
_POWERS_ALIKE = 1.5


@dataclass(frozen=True)
class Profile:
    """A measure as it is compared."""

    id: str
    """The measure's id."""
    ministries: frozenset[str]
    """Its ministries, printed, or those that supervise its body."""
    derived: bool
    """Whether the ministries are not printed."""
    offices: frozenset[str]
    """Its agencies and bodies."""
    relatives: frozenset[str]
    """Ids of its parts and wholes (a body's operating grant is one), predecessors and successors.
    """
    names: Mapping[str, Mapping[str, float]]
    """Aspect (as in weights.yaml) -> name -> weight."""
    for_companies: bool = True
    """Whether companies are whom it serves, as all measures do."""

    @property
    def printed_offices(self) -> frozenset[str] | None:
        """Its offices, if its page prints a ministry; None: a page that names a body alone is
        compared with all of the ministry.
        """
        return None if self.derived else self.offices


def profiles(catalogue: Catalogue) -> tuple[Profile, ...]:
    """The measures by id, as their latest appearances tell of them."""
    appearances = {a.id: a for a in catalogue.appearances}
    items: dict[str, list[str]] = {}
    for item in sorted(catalogue.items, key=lambda i: i.id):
        for measure in item.measures:
            items.setdefault(measure, []).append(item.id)
    latest = {
        m.id: appearances.get(m.appearances[0]) if m.appearances else None
        for m in catalogue.measures
    }
    related, wholes = (
        relatives(catalogue.measures),
        (
            _granted(catalogue.measures, latest),
            _headed(catalogue.items, catalogue.measures, latest),
        ),
    )
    return tuple(
        profile(
            m,
            latest[m.id],
            items.get(m.id, ()),
            related[m.id].union(*(wholes_of.get(m.id, frozenset()) for wholes_of in wholes)),
        )
        for m in sorted(catalogue.measures, key=lambda m: m.id)
    )


def profile(
    measure: Measure, latest: Appearance | None, items: Sequence[str], related: frozenset[str]
) -> Profile:
    """One measure's profile. Whom it helps is one thing, who applies another (a bank applies, a
    firm benefits).
    """
    names = {
        "problem": {t.term: t.weight for t in measure.problems},
        "field": fields_of(measure.problems),
        "activity": {t.term: t.weight for t in measure.activities},
        "word": measure.words,
        "term": _own_terms(measure, latest),
        "instrument": _each(measure.instruments),
        "body": _each(measure.bodies),
        "pillar": _each(
            [f"{latest.document if latest else ''}:{measure.pillar}"] if measure.pillar else []
        ),
        "item": _each(items),
        "applicant": _each(latest.applicants if latest else []),
        "size": _each(measure.targets),
        "beneficiary": _each(measure.beneficiaries),
        "industry": _each(measure.industries),
        "money": _magnitudes(latest),
        "method": {},
    }
    return Profile(
        measure.id,
        _ministries(measure),
        not measure.ministries,
        frozenset((*measure.agencies, *measure.bodies)),
        related,
        names,
    )


def _own_terms(measure: Measure, latest: Appearance | None) -> dict[str, float]:
    """The key terms that the measure's own lines say; what the text of its policy item says is the
    item's.
    """
    lines = latest.lines.get("terms", []) if latest else []
    elsewhere = {
        term.term
        for term, line in zip(measure.terms, lines, strict=False)  # terms without lines are its own
        if latest and not latest.line_start <= line <= latest.line_end
    }
    return {fold(t.term): t.weight for t in measure.terms if t.term not in elsewhere}


def _each(names: Sequence[str]) -> dict[str, float]:
    return dict.fromkeys(names, 1.0)


def _magnitudes(latest: Appearance | None) -> dict[str, float]:
    """The powers of ten near the largest sum (yen) that one applicant gets, the nearer the more."""
    largest = max((cap.yen for cap in latest.caps), default=0) if latest else 0
    if largest <= 0:
        return {}
    power = math.log10(largest)
    near = {
        at: 1 - abs(power - at) / _POWERS_ALIKE
        for at in range(math.floor(power) - 1, math.floor(power) + 3)
    }
    return {f"10^{at}": weight for at, weight in near.items() if weight > 0}


def relatives(measures: Sequence[Measure]) -> dict[str, frozenset[str]]:
    """Measure -> all that it is a part of or succeeds, over any number of steps, and all that are
    parts or successors of it.

    Two parts of one whole are not relatives: a company can ask which of them to use.
    """
    above = {m.id: {*m.part_of, *m.succeeds} for m in measures}
    reached: dict[str, set[str]] = {m.id: set() for m in measures}
    for measure in above:
        ahead = list(above[measure])
        while ahead:
            above_it = ahead.pop()
            if above_it in reached and above_it != measure and above_it not in reached[measure]:
                reached[measure].add(above_it)
                reached[above_it].add(measure)
                ahead += above[above_it]
    return {measure: frozenset(reached_ids) for measure, reached_ids in reached.items()}


def _granted(
    measures: Sequence[Measure], latest: Mapping[str, Appearance | None]
) -> dict[str, frozenset[str]]:
    """A body's operating grant -> the measures whose pages say that they are paid out of it, and
    these -> the grant.
    """
    paid_by: dict[str, set[str]] = {}
    for grant in (m for m in measures if GRANT in m.title and len(m.bodies) == 1):
        for payee in measures:
            page = latest[payee.id]
            if (
                payee is not grant
                and page
                and any(_is_grant(budget.pot, grant) for budget in page.budgets if budget.pot)
            ):
                paid_by.setdefault(grant.id, set()).add(payee.id)
                paid_by.setdefault(payee.id, set()).add(grant.id)
    return {measure: frozenset(ids) for measure, ids in paid_by.items()}


def _headed(
    items: Sequence[Item], measures: Sequence[Measure], latest: Mapping[str, Appearance | None]
) -> dict[str, frozenset[str]]:
    """A measure without money that has the name of the policy item under which it stands -> the
    other measures there, and these -> it: it heads them.
    """
    titles = {m.id: fold(m.title) for m in measures if (page := latest[m.id]) and not page.budgets}
    heads: dict[str, set[str]] = {}
    for item in items:
        for head in (m for m in item.measures if titles.get(m) == fold(item.title)):
            for headed in set(item.measures) - {head}:
                heads.setdefault(head, set()).add(headed)
                heads.setdefault(headed, set()).add(head)
    return {measure: frozenset(ids) for measure, ids in heads.items()}


def _is_grant(pot: str, grant: Measure) -> bool:
    """Whether a pot is that grant: by its name, or by its body's short name (JETRO交付金)."""
    payee = (
        bodies().get(pot.removesuffix(GRANT).removesuffix("交付金"))
        if pot.endswith("交付金")
        else None
    )
    return (GRANT in pot and fold(pot) in fold(grant.title)) or (
        payee is not None and payee.name == grant.bodies[0]
    )


def _ministries(measure: Measure) -> frozenset[str]:
    return frozenset(measure.ministries or measure.derived_ministries)
