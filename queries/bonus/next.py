"""Which certification to go for next: what each one adds to a profile, and what must be held before
it.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import Literal

from graph.schema.benefits import benefit_classes
from graph.store import Store
from queries.bonus.company import Company, company, with_held
from queries.bonus.company_size import CompanySize, in_size, size_at
from queries.bonus.eligibility import Eligibility, Evaluation, remembered
from queries.bonus.exclusive import outranked
from queries.bonus.fit import Outside, is_for_every_size, out_of_reach
from queries.bonus.profile import Profile
from queries.bonus.requirements import rules_touched
from queries.bonus.rule_book.book import RuleBook, rule_book
from queries.bonus.rule_book.certifications import NamedCertification, StatedTerm
from queries.bonus.weight import (
    WORTHS,
    Gain,
    Had,
    at_best,
    gains,
    had_by,
    not_had,
    order_of,
    why,
    worth_of,
)
from queries.bonus.who import who_asks
from queries.bonus.who_may import is_chosen, is_obliged, may_hold
from queries.bonus.windows import closed_on

_Had = Literal["obliged", "chosen"]


@dataclass(frozen=True)
class NextStep:
    """One certification that a profile does not hold, and what it adds. Values are listed, never
    added up.
    """

    certification: NamedCertification
    """Which one."""
    adds: tuple[Eligibility, ...]
    """The rules that holding it (with all that it contains) unlocks besides those that the profile
    does, best first.
    """
    needs: tuple[NamedCertification, ...]
    """What must be held before it, in that order."""
    below: tuple[NamedCertification, ...]
    """The lower tiers that it contains and that are not held, the lowest first."""
    first_here: tuple[str, ...]
    """Ids of the rules of `adds` that nothing of `needs` and `below` gives already."""
    prerequisites: tuple[str, ...]
    """Of `first_here`, ids of those not of the past that are a requirement for applying."""
    values: tuple[tuple[str, tuple[str, ...], int], ...]
    """Of those of `first_here` that are not of the past, by benefit the stated values, and how many
    state none.
    """
    ministries: tuple[str, ...]
    """Whose measures these raise."""
    programmes: tuple[str, ...]
    """Names of the measures and programmes that these raise."""
    in_documents: bool
    """False where no document names it."""
    aimed_at: tuple[str, ...] = ()
    """The sizes that the pages which describe it are for, where the company's is none of them."""
    outside: Outside | None = None
    """Why it cannot be had by a company of this size."""
    terms: tuple[StatedTerm, ...] = ()
    """Its validity, cost, application and criteria, where they are known."""
    had: _Had | None = None
    """Whether the law asks a company of so many heads to have it (obliged), or others recommend who
    gets it (chosen); None for what one applies for."""
    gains: tuple[Gain, ...] = ()
    """What it is ranked by: what a company of this profile does not get yet, equal gains once, best
    first; of a step that stands for lower tiers theirs, too.
    """
    instead_of: tuple[NamedCertification, ...] = ()
    """The lower tiers that it stands for: it contains them, and its own gains are better, or as
    good where it can be had without them.
    """
    part_of: NamedCertification | None = None
    """The higher tier that stands for it."""
    also_by: NamedCertification | None = None
    """The first other step that gives the best of `gains` too, where that is money or points."""
    why: str = ""
    """In one line, why it stands where it does."""

    @property
    def new(self) -> tuple[Eligibility, ...]:
        """What it adds to all that comes before it."""
        return tuple(result for result in self.adds if result.rule.id in self.first_here)

    @property
    def worthwhile(self) -> bool:
        """Whether it is a step to take: it gives something that is not of the past, a company of
        this size can have it and does not have to anyway, and no higher tier stands for it.
        """
        return (
            self.outside is None
            and self.part_of is None
            and self.had != "obliged"
            and any(gain.worth != "history" for gain in self.gains)
        )


def next_certifications(
    store: Store, profile: Profile, day: date | None = None
) -> tuple[NextStep, ...]:
    """Every certification that the profile does not hold, the one to go for first at the head.

    What is `outside` comes last, what is `aimed_at` other sizes before it, what is `part_of` a
    higher tier before these, and before that what the law asks for anyway. The others go by their
    `gains`: how good the best is (in force and stated in money or points, in force without a
    value, opens an application, in force and soft, for one trade, where more must be held to
    apply, chosen by others, calls over on the `day`, planned or considered, a mark or listing
    alone), of which kind, how many there are; history never counts. Then fewer steps before it,
    then name. Raises NotFound and ProfileError.
    """
    book = rule_book(store)
    person = who_asks(profile).is_person
    return next_by(book, profile, closed_on(store, book, day, person) if day else frozenset())


def next_by(book: RuleBook, profile: Profile, closed: Collection[str] = ()) -> tuple[NextStep, ...]:
    """The same by a rule book that is at hand and the ids of the rules whose calls are over."""
    by, evaluation = company(book, profile), remembered(book)
    steps = [
        _step(evaluation, by, certification)
        for certification in book.certifications
        if certification not in by.holdings.held
    ]
    return _ranked(book, steps, had_by(book, _had(evaluation, by), closed), closed)


def added(evaluation: Evaluation, before: Company, after: Company) -> tuple[Eligibility, ...]:
    """The rules that the second unlocks for what it holds more, and the first does not, without
    those that a better one outranks.
    """
    book = evaluation.book
    asking = {
        rule
        for certification in after.holdings.held - before.holdings.held
        for rule in book.asking.get(certification, ())
    }
    rules = [book.rules[rule] for rule in sorted(asking, key=book.places.__getitem__)]
    unlocked = [
        later
        for later, now in zip(
            evaluation.of(after, rules), evaluation.of(before, rules), strict=True
        )
        if later.unlocked and not now.unlocked
    ]
    new = {result.rule.id for result in unlocked}
    ranked = [
        rule
        for rule in (rules_touched(book, before.holdings) if new & book.ranks.keys() else ())
        if rule.id in book.ranks
    ]
    rivals = [result.rule.id for result in evaluation.of(before, ranked) if result.unlocked]
    better = outranked(book, (*new, *rivals))
    return tuple(result for result in unlocked if result.rule.id not in better)


def _had(evaluation: Evaluation, by: Company) -> tuple[Eligibility, ...]:
    """The rules that are unlocked by a certification that the company holds."""
    rules = [
        rule
        for rule in rules_touched(evaluation.book, by.holdings)
        if any(way.type == "Certification" for way in rule.requires)
    ]
    return tuple(result for result in evaluation.of(by, rules) if result.unlocked)


def _step(evaluation: Evaluation, before: Company, certification: str) -> NextStep:
    book, held = evaluation.book, before.holdings.held
    known = book.certifications[certification]
    needs = book.needed_before(certification, held)
    below = sorted(
        book.implied[certification] - {certification} - held,
        key=lambda tier: (len(book.implied[tier]), tier),
    )
    adds = added(evaluation, before, with_held(book, before, [certification]))
    on_the_way = with_held(book, before, (*needs, *below))
    already = {result.rule.id for result in added(evaluation, before, on_the_way)}
    new = [result for result in adds if result.rule.id not in already]
    told = [result for result in new if not result.rule.is_past]
    raised = {raised.id: raised.name for result in told for raised in result.rule.raises}
    offices = {office for measure in raised for office in book.offices.get(measure, ())}
    return NextStep(
        NamedCertification(certification, known.name),
        adds,
        _named(book, needs),
        _named(book, below),
        tuple(result.rule.id for result in new),
        tuple(
            result.rule.id
            for result in told
            if benefit_classes()[result.rule.benefit] == "prerequisite"
        ),
        _values(told),
        tuple(sorted(offices)),
        tuple(raised.values()),
        known.in_documents,
        _aimed_at(book, before.size, certification),
        out_of_reach(book, before.size, certification),
        known.terms,
        _how_had(before.size, known.name),
    )


def _how_had(size: CompanySize, certification: str) -> _Had | None:
    if is_obliged(certification, size.name, size.numbers.get("employees")):
        return "obliged"
    return "chosen" if is_chosen(certification) else None


def _named(book: RuleBook, ids: Sequence[str]) -> tuple[NamedCertification, ...]:
    return tuple(
        NamedCertification(certification, book.certifications[certification].name)
        for certification in ids
    )


def _aimed_at(book: RuleBook, company: CompanySize, certification: str) -> tuple[str, ...]:
    known = may_hold(book.certifications[certification].name)
    pages = () if known and not known.sizes else book.described.get(certification, ())
    possible = any(
        is_for_every_size(book, measure)
        or in_size(book, size_at(book, company, measure), size) is not None
        for measure, size in pages
    )
    return () if possible else tuple(dict.fromkeys(size for _, size in pages))


def _values(adds: Sequence[Eligibility]) -> tuple[tuple[str, tuple[str, ...], int], ...]:
    kinds = Counter(result.rule.benefit for result in adds)
    stated = {
        kind: tuple(
            result.rule.value
            for result in adds
            if result.rule.benefit == kind and result.rule.value
        )
        for kind in kinds
    }
    return tuple(
        (kind, stated[kind], kinds[kind] - len(stated[kind]))
        for kind in benefit_classes()
        if kind in kinds
    )


def _ranked(
    book: RuleBook,
    steps: Sequence[NextStep],
    had: Sequence[Had],
    closed: Collection[str],
) -> tuple[NextStep, ...]:
    """The steps in the order of `next_certifications`, each with its gains and why."""
    by_id = {step.certification.id: step for step in steps}

    def gained(name: str, results: Iterable[Eligibility]) -> tuple[Gain, ...]:
        new = not_had(book, name, gains(book, results, closed), had)
        return at_best(new, "chosen") if by_id[name].had == "chosen" else new

    own = {name: gained(name, step.new) for name, step in by_id.items()}
    general = _general(book, by_id, own)
    weighed = []
    for name, step in by_id.items():
        below = (*_stands_for(step, own), *general.get(name, ()))
        lower = [by_id[tier] for tier in dict.fromkeys(below)]
        new = [result for part in (*lower, step) for result in part.new]
        instead_of = tuple(below.certification for below in lower)
        weighed.append(replace(step, gains=gained(name, new), instead_of=instead_of))
    ordered = sorted(weighed, key=_place)
    part_of = {
        below.id: step.certification for step in reversed(ordered) for below in step.instead_of
    }
    parted = [replace(step, part_of=part_of.get(step.certification.id)) for step in ordered]
    told = [replace(step, also_by=_also_by(step, parted)) for step in parted]
    return tuple(
        replace(
            step,
            why=why(
                step.gains,
                len(step.needs),
                step.also_by.name if step.also_by else None,
                [below.name for below in step.instead_of],
                step.had == "obliged",
            ),
        )
        for step in sorted(told, key=_place)
    )


def _general(
    book: RuleBook, steps: Mapping[str, NextStep], own: Mapping[str, Sequence[Gain]]
) -> dict[str, tuple[str, ...]]:
    """Plan under a law → the entry of that name for any law, which nobody makes as such: with the
    one that is best to go for.
    """
    found: dict[str, tuple[str, ...]] = {}
    for name, variants in book.variants.items():
        able = [v for v in variants if v in steps and not steps[v].outside]
        if name in steps and able:
            found[min(able, key=lambda v: (order_of(own[v]), v))] = (name,)
    return found


def _stands_for(step: NextStep, own: Mapping[str, Sequence[Gain]]) -> tuple[str, ...]:
    """The lower tiers that are only the way to a step that can be had: the best that it adds to
    them is better than the best of theirs, or as good and the lower one may be left out.
    """
    best = worth_of(own[step.certification.id])
    if step.outside or step.aimed_at or best is None:
        return ()
    needed = {needed.id for needed in step.needs}
    lower = ((below.id, worth_of(own[below.id])) for below in step.below)
    return tuple(
        below
        for below, worth in lower
        if worth and WORTHS.index(worth) >= WORTHS.index(best) + (below in needed)
    )


def _also_by(step: NextStep, steps: Sequence[NextStep]) -> NamedCertification | None:
    """The first other step that gives the best of a step's gains."""
    best = next((gain for gain in step.gains if gain.worth in ("stated", "money")), None)
    return next(
        (
            other.certification
            for other in steps
            if best
            and other.worthwhile
            and other.certification != step.certification
            and any(map(best.is_had_with, other.gains))
        ),
        None,
    )


def _place(step: NextStep) -> tuple[object, ...]:
    return (
        step.outside is not None,
        bool(step.aimed_at),
        step.part_of is not None,
        step.had == "obliged",
        order_of(step.gains),
        len(step.needs),
        step.certification.id,
    )
