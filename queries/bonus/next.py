"""Which certification to go for next: what each one adds to a profile, and what must be held before
it.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace

from graph.schema.benefits import benefit_classes
from graph.store import Store
from queries.bonus.book import RuleBook, rule_book
from queries.bonus.company import Company, company, in_size, size_at
from queries.bonus.eligibility import Standing, outranked, standing, touched
from queries.bonus.fit import is_for_every_size, out_of_reach
from queries.bonus.for_company import order
from queries.bonus.of_certification import Held
from queries.bonus.open_to import Outside
from queries.bonus.profile import Profile
from queries.bonus.rules import STATUSES


@dataclass(frozen=True)
class NextStep:
    """`adds`: the rules that holding it (with all that it contains) unlocks besides those that the
    profile does, best first; `needs`: what must be held before it, in that order; `below`: the
    lower tiers that it contains and that are not held, the lowest first; `first_here`: ids of the
    rules of `adds` that nothing of these gives already. Of these, `doors`: ids of those that are a
    requirement for applying; `values`: by benefit the stated values, and how many rules state none;
    `ministries` and `programmes`: whose and which measures and programmes they raise. Values are
    listed, never added up. `aimed_at`: the sizes that the pages which describe it are for, where
    the company's is none of them; `outside`: why it cannot be had by a company of this size.
    """

    certification: Held
    adds: tuple[Standing, ...]
    needs: tuple[Held, ...]
    below: tuple[Held, ...]
    first_here: tuple[str, ...]
    doors: tuple[str, ...]
    values: tuple[tuple[str, tuple[str, ...], int], ...]
    ministries: tuple[str, ...]
    programmes: tuple[str, ...]
    in_documents: bool
    aimed_at: tuple[str, ...] = ()
    outside: Outside | None = None

    @property
    def new(self) -> tuple[Standing, ...]:
        """What it adds to all that comes before it."""
        return tuple(s for s in self.adds if s.rule.id in self.first_here)

    @property
    def worthwhile(self) -> bool:
        """Whether it adds something to what comes before it, and a company of this size can have
        it.
        """
        return bool(self.first_here) and self.outside is None


def next_certifications(store: Store, profile: Profile) -> tuple[NextStep, ...]:
    """Every certification that the profile does not hold, that which adds most first.

    The order goes by what comes with the certification itself (`first_here`), so that a step stands
    before the step after it, and the lowest tier that gives something before the higher ones: what
    is `outside` last, what is `aimed_at` other sizes before it, then by how many of these rules are
    in force and move points or money, then doors, then other rules in force, then planned and
    considered ones, then how many of the money rules state a value, then how many things and
    ministries they reach, then what is no longer restated, then fewer steps before it, then name.
    Raises NotFound and ProfileError.
    """
    return next_by(rule_book(store), profile)


def next_by(book: RuleBook, profile: Profile) -> tuple[NextStep, ...]:
    """The same by a rule book that is at hand."""
    told = company(book, profile)
    steps = [_step(book, told, each) for each in book.certifications if each not in told.held]
    return tuple(
        sorted(steps, key=lambda step: (_rank(step), len(step.needs), step.certification.id))
    )


def with_held(book: RuleBook, told: Company, certifications: Sequence[str]) -> Company:
    """The company, holding these too."""
    own = tuple(dict.fromkeys((*told.own, *certifications)))
    return replace(told, own=own, held=book.held_with(own))


def added(book: RuleBook, before: Company, after: Company) -> tuple[Standing, ...]:
    """The rules that the second unlocks for what it holds more, and the first does not, without
    those that a better one outranks.
    """
    asked = dict.fromkeys(
        rule for each in sorted(after.held - before.held) for rule in book.asking.get(each, ())
    )
    found = [
        s
        for each in asked
        if (s := standing(book, after, book.rules[each])).unlocked
        and not standing(book, before, s.rule).unlocked
    ]
    new = {s.rule.id for s in found}
    rivals = (
        [
            rule.id
            for rule in touched(book, before)
            if rule.id in book.ranks and standing(book, before, rule).unlocked
        ]
        if new & book.ranks.keys()
        else []
    )
    better = outranked(book, (*new, *rivals))
    return tuple(sorted((s for s in found if s.rule.id not in better), key=order))


def _step(book: RuleBook, told: Company, certification: str) -> NextStep:
    needs = book.needed_before(certification, told.held)
    known = book.certifications[certification]
    below = sorted(
        book.implied[certification] - {certification} - told.held,
        key=lambda each: (len(book.implied[each]), each),
    )
    adds = added(book, told, with_held(book, told, [certification]))
    on_the_way = (
        {s.rule.id for s in added(book, told, with_held(book, told, (*needs, *below)))}
        if needs or below
        else set()
    )
    new = [s for s in adds if s.rule.id not in on_the_way]
    raised = {raised.id: raised.name for s in new for raised in s.rule.raises}
    offices = sorted({office for each in raised for office in book.offices.get(each, ())})
    return NextStep(
        Held(certification, known.name),
        adds,
        _named(book, needs),
        _named(book, below),
        tuple(s.rule.id for s in new),
        tuple(s.rule.id for s in new if benefit_classes()[s.rule.benefit] == "door"),
        _values(new),
        tuple(offices),
        tuple(raised.values()),
        known.in_documents,
        _aimed_at(book, told, certification),
        out_of_reach(book, told, certification),
    )


def _named(book: RuleBook, ids: Sequence[str]) -> tuple[Held, ...]:
    return tuple(Held(each, book.certifications[each].name) for each in ids)


def _aimed_at(book: RuleBook, told: Company, certification: str) -> tuple[str, ...]:
    pages = book.described.get(certification, ())
    possible = any(
        is_for_every_size(book, measure)
        or in_size(book, size_at(book, told, measure), size) is not None
        for measure, size in pages
    )
    return () if possible else tuple(dict.fromkeys(size for _, size in pages))


def _values(adds: Sequence[Standing]) -> tuple[tuple[str, tuple[str, ...], int], ...]:
    kinds = Counter(s.rule.benefit for s in adds)
    stated = {
        kind: tuple(s.rule.value for s in adds if s.rule.benefit == kind and s.rule.value)
        for kind in kinds
    }
    return tuple(
        (kind, stated[kind], kinds[kind] - len(stated[kind]))
        for kind in benefit_classes()
        if kind in kinds
    )


def _rank(step: NextStep) -> tuple[int, ...]:
    aimed = [s.rule for s in step.adds if not s.aimed_at and s.rule.id in step.first_here]
    now = [rule for rule in aimed if rule.status == "in_force"]
    classes = Counter(benefit_classes()[rule.benefit] for rule in now)
    by_status = Counter(rule.status for rule in aimed)
    counts = (
        classes["money"],
        classes["door"],
        classes["soft"],
        by_status["planned"],
        by_status["considered"],
        sum(rule.value is not None for rule in now),
        len(step.programmes),
        len(step.ministries),
        by_status[STATUSES[-1]],
    )
    return int(step.outside is not None), int(bool(step.aimed_at)), *(-n for n in counts)
