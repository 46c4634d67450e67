"""How a company stands to a rule: it holds, a step is missing, it hangs on what is not told, or it
is for others.
"""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from threading import Lock

from queries.bonus.company import Company, Deed, Holdings
from queries.bonus.company_size import CompanySize, Question
from queries.bonus.fit import Outside, SizeFit
from queries.bonus.for_whom import for_others
from queries.bonus.prerequisites import prerequisites_left
from queries.bonus.requirements import Alternatives, PathNode, met_and_missing
from queries.bonus.rule_book.book import RuleBook
from queries.bonus.rule_book.rules import RuleCard

_AsksAbout = tuple[str, tuple[str, ...], tuple[Deed, ...]]  # a rule, and what it asks about
_SIZES = 4  # of how many sizes answers are remembered with a rule book
_COMPANIES = 2  # of how many companies of one size, where each rule asks about something else


@dataclass(frozen=True)
class Eligibility:
    """How one company stands to one rule."""

    rule: RuleCard
    """The rule."""
    fits: bool
    """Whether it is for companies of its size."""
    missing: tuple[Alternatives, ...] = ()
    """Groups of alternatives that are not met; one of each is needed."""
    depends: tuple[Question, ...] = ()
    """What the rule hangs on and the company does not say."""
    path: tuple[PathNode, ...] = ()
    """What is held (and what that contains, where the rule asks for a lower tier), the rule, what
    it raises.
    """
    aimed_at: tuple[str, ...] = ()
    """The sizes that the pages of what is raised are for, where the company's is none of them
    though the rule itself names no size.
    """
    if_in: tuple[str, ...] = ()
    """The industries that it is for, where the company does not tell its own."""
    besides: tuple[Alternatives, ...] = ()
    """What applying to what is raised asks for and is not met; in `missing` too where the rule
    surely gives nothing without it.
    """
    outside: Outside | None = None
    """Why it does not fit."""
    outranked_by: str | None = None
    """The id of a rule that counts in its stead."""
    either: tuple[str, ...] = ()
    """Ids of rules of which one alone can be had with it, where neither outranks the other."""

    @property
    def met(self) -> bool:
        """Whether nothing that the rule asks for is missing; it may hang on what is not told."""
        return self.fits and not self.missing

    @property
    def unlocked(self) -> bool:
        """Whether it is had now."""
        return self.met and not self.depends

    @property
    def is_for_a_person(self) -> bool:
        """Whether what is missing is what a person is or does, whom a company may employ."""
        return any(all(way.kind == "person" for way in ways) for ways in self.missing)

    @property
    def certifications_besides(self) -> tuple[Alternatives, ...]:
        """Of `besides`, the groups that a certification may meet."""
        return tuple(
            ways for ways in self.besides if any(way.type == "Certification" for way in ways)
        )

    @property
    def by(self) -> str:
        """What is held and does for it, in words: プラチナくるみん → くるみん + 賃上げ 3% (the
        first contains the second).
        """
        return self.by_names(lambda node: node.name)

    def by_names(self, name: Callable[[PathNode], str]) -> str:
        """The same with each thing called as `name` says."""
        required = {alternative.id for alternative in self.rule.requires}
        raised = {raised.id for raised in self.rule.raises}
        held = [
            node
            for node in self.path
            if node.type in ("Certification", "Condition") and node.id not in raised
        ]
        return "".join(
            f"{name(node)}{' + ' if node.id in required else ' → '}" for node in held
        ).removesuffix(" + ")


def eligibility(of: SizeFit, holdings: Holdings, rule: RuleCard) -> Eligibility:
    """How a company of this size that holds and does so much stands to the rule, by itself (see
    `exclusive` for rules that do not add up).

    Of the holdings it may ask for those alone that `RuleBook.asks` names for the rule.
    """
    questions: dict[Question, None] = {}
    for result in (for_others(of.book, of.size, rule), of.of_rule(rule)):
        if isinstance(result, Outside):
            return Eligibility(rule, False, outside=result)
        questions |= dict.fromkeys(result)
    held, missing = met_and_missing(of.book, holdings, rule)
    left = prerequisites_left(of, holdings, rule)
    raised = [PathNode(raised.id, raised.type, raised.name) for raised in rule.raises]
    nodes = (*held, PathNode(rule.id, "BonusRule", rule.name), *raised)
    return _within_reach(
        of,
        Eligibility(
            rule,
            True,
            tuple(dict.fromkeys((*missing, *(left.missing if left.decisive else ())))),
            tuple(questions),
            tuple(dict.fromkeys(nodes)),
            _aimed_at(of, rule),
            () if of.size.who.divisions else rule.holder_industries,
            left.missing,
        ),
    )


def _within_reach(of: SizeFit, result: Eligibility) -> Eligibility:
    """The same without the alternatives that are for companies of other sizes; where none is left,
    the rule is for others too.
    """
    barred = {
        alternative.id: outside
        for alternatives in (*result.missing, *result.besides)
        for alternative in alternatives
        if (outside := of.of_certification(alternative.id))
    }
    if not barred:
        return result
    for alternatives in (*result.missing, *result.besides):
        if all(alternative.id in barred for alternative in alternatives):
            return Eligibility(result.rule, False, outside=barred[alternatives[0].id])
    missing, besides = (
        tuple(
            tuple(alternative for alternative in alternatives if alternative.id not in barred)
            for alternatives in groups
        )
        for groups in (result.missing, result.besides)
    )
    return replace(result, missing=missing, besides=besides)


def _aimed_at(of: SizeFit, rule: RuleCard) -> tuple[str, ...]:
    book, size = of.book, of.size
    if rule.size_class or size.name is None:
        return ()
    sizes = dict.fromkeys(
        target
        for raised in rule.raises
        if not of.every_size(raised.id)
        for target in book.targets.get(raised.id, ())
    )
    related = any(
        size.name in book.sizes[target] or target in book.sizes[size.name] for target in sizes
    )
    return () if related else tuple(sizes)


_OfSize = tuple[SizeFit, dict[_AsksAbout, Eligibility]]


class Evaluation:
    """`eligibility` for one company and many by one rule book, each answer found once: it is the
    same for all companies of one size that hold and do the same of what the rule asks about.
    """

    def __init__(self, book: RuleBook, sizes: int | None = None) -> None:
        """`sizes`: of how many sizes the answers are kept, of each those to some companies; of all
        if None.
        """
        self.book = book
        self._sizes = sizes
        self._by_size: OrderedDict[CompanySize, _OfSize] = OrderedDict()
        self._lock = Lock()  # of `_by_size`
        self._asked: tuple[Holdings | None, dict[str, _AsksAbout]] = (None, {})

    def of(self, company: Company, rules: Iterable[RuleCard]) -> list[Eligibility]:
        """How the company stands to each of the rules."""
        of, known = self._of_size(company.size)
        asked = self._asked_with(company.holdings)
        results = []
        for rule in rules:
            about = asked.get(rule.id) or self._asks_about(rule, company.holdings)
            asked[rule.id] = about
            result = known.get(about)
            if result is None:
                _, certifications, deeds = about
                held = self.book.held_with(certifications)
                concerned = Holdings(certifications, held, deeds)
                result = known[about] = eligibility(of, concerned, rule)
            results.append(result)
        return results

    def _of_size(self, size: CompanySize) -> _OfSize:
        with self._lock:
            found = self._by_size.get(size)
            if found is None:
                found = self._by_size[size] = SizeFit(self.book, size), {}
            elif self._sizes is not None:
                self._by_size.move_to_end(size)
                if len(found[1]) > _COMPANIES * len(self.book.rules):
                    found[1].clear()
            if self._sizes is not None and len(self._by_size) > self._sizes:
                self._by_size.popitem(last=False)
            return found

    def _asked_with(self, holdings: Holdings) -> dict[str, _AsksAbout]:
        """Rule → what it asks about of these holdings, as far as it was looked up; kept while the
        same company is asked for at several sizes.
        """
        asked = self._asked
        if asked[0] is not holdings:
            asked = self._asked = holdings, {}
        return asked[1]

    def _asks_about(self, rule: RuleCard, holdings: Holdings) -> _AsksAbout:
        asks = self.book.asks[rule.id]
        certifications = filter(asks.certifications.__contains__, holdings.certifications)
        deeds = (deed for deed in holdings.deeds if deed.what in asks.deeds)
        return rule.id, tuple(certifications), tuple(deeds)


def remembered(book: RuleBook) -> Evaluation:
    """The evaluation that is kept with a rule book, of the sizes that were asked for last; for any
    number of readers at once.
    """
    kept: Evaluation = book.remembered.setdefault("evaluation", Evaluation(book, _SIZES))
    return kept
