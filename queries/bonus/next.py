"""Which certification to go for next: what each one adds to a profile, and what must be held before
it.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from graph.schema.benefits import benefit_classes
from graph.store import Store
from queries.bonus.company import Company, company, with_held
from queries.bonus.company_size import CompanySize, in_size, size_at
from queries.bonus.eligibility import Eligibility, Evaluation
from queries.bonus.exclusive import outranked
from queries.bonus.fit import Outside, is_for_every_size, out_of_reach
from queries.bonus.profile import Profile
from queries.bonus.requirements import rules_touched
from queries.bonus.rule_book.book import RuleBook, rule_book
from queries.bonus.rule_book.certifications import NamedCertification
from queries.bonus.who_may import may_hold


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
    """Of `first_here`, ids of those that are a requirement for applying."""
    values: tuple[tuple[str, tuple[str, ...], int], ...]
    """Of `first_here`, by benefit the stated values, and how many rules state none."""
    ministries: tuple[str, ...]
    """Whose measures the rules of `first_here` raise."""
    programmes: tuple[str, ...]
    """Names of the measures and programmes that these raise."""
    in_documents: bool
    """False where no document names it."""
    aimed_at: tuple[str, ...] = ()
    """The sizes that the pages which describe it are for, where the company's is none of them."""
    outside: Outside | None = None
    """Why it cannot be had by a company of this size."""

    @property
    def new(self) -> tuple[Eligibility, ...]:
        """What it adds to all that comes before it."""
        return tuple(result for result in self.adds if result.rule.id in self.first_here)

    @property
    def worthwhile(self) -> bool:
        """Whether it adds something that has not ended to what comes before it, and a company of
        this size can have it.
        """
        return self.outside is None and any(each.rule.status != "ended" for each in self.new)


def next_certifications(store: Store, profile: Profile) -> tuple[NextStep, ...]:
    """Every certification that the profile does not hold, that which adds most first.

    The order goes by what comes with the certification itself (`first_here`), so that a step stands
    before the step after it, and the lowest tier that gives something before the higher ones: what
    is `outside` last, what is `aimed_at` other sizes before it, then by how many of these rules are
    in force and move points or money, then prerequisites, then other rules in force, then planned
    and considered ones, then how many of the money rules state a value, then how many things and
    ministries they reach, then what is no longer restated (what ended does not count), then fewer
    steps before it, then name. Raises NotFound and ProfileError.
    """
    return next_by(rule_book(store), profile)


def next_by(book: RuleBook, profile: Profile) -> tuple[NextStep, ...]:
    """The same by a rule book that is at hand."""
    by, evaluation = company(book, profile), Evaluation(book)
    steps = [
        _step(evaluation, by, certification)
        for certification in book.certifications
        if certification not in by.holdings.held
    ]
    return tuple(
        sorted(steps, key=lambda step: (_rank(step), len(step.needs), step.certification.id))
    )


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
    raised = {raised.id: raised.name for result in new for raised in result.rule.raises}
    offices = {office for measure in raised for office in book.offices.get(measure, ())}
    return NextStep(
        NamedCertification(certification, known.name),
        adds,
        _named(book, needs),
        _named(book, below),
        tuple(result.rule.id for result in new),
        tuple(
            result.rule.id
            for result in new
            if benefit_classes()[result.rule.benefit] == "prerequisite"
        ),
        _values(new),
        tuple(sorted(offices)),
        tuple(raised.values()),
        known.in_documents,
        _aimed_at(book, before.size, certification),
        out_of_reach(book, before.size, certification),
    )


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


def _rank(step: NextStep) -> tuple[int, ...]:
    aimed = [result.rule for result in step.new if not result.aimed_at]
    now = [rule for rule in aimed if rule.status == "in_force"]
    classes = Counter(benefit_classes()[rule.benefit] for rule in now)
    by_status = Counter(rule.status for rule in aimed)
    counts = (
        classes["money"],
        classes["prerequisite"],
        classes["soft"],
        by_status["planned"],
        by_status["considered"],
        sum(rule.value is not None for rule in now),
        len(step.programmes),
        len(step.ministries),
        by_status["not_restated"],
    )
    return int(step.outside is not None), int(bool(step.aimed_at)), *(-count for count in counts)
