"""What a step is worth to a company: what of it is had now, how good the best of that is, and why
it stands where it does.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass, field, replace
from typing import Literal, get_args

from graph.schema.benefits import benefit_classes, benefit_ranks
from queries.bonus.company import certification_of
from queries.bonus.eligibility import Eligibility
from queries.bonus.rule_book.book import RuleBook
from queries.bonus.rule_book.rules import Raised, RuleCard

Worth = Literal[
    "stated",
    "money",
    "prerequisite",
    "soft",
    "trade",
    "besides",
    "chosen",
    "closed",
    "later",
    "way",
    "mark",
    "history",
]
WORTHS: tuple[Worth, ...] = get_args(Worth)  # best first

_MARKS = ("public_listing", "mark_use")  # what is only shown
_ONE_COUNTS = ("procurement_points",)  # of one tender only the highest of a company's classes
_HAD_ONCE = (
    *_ONE_COUNTS,
    "low_interest_loan",
    "credit_guarantee",
    "requirement",
)  # by whatever way
_SAYS: dict[Worth, str] = {
    "stated": "in force and with a stated value",
    "money": "in force, money or points, no value stated",
    "prerequisite": "in force, opens what cannot be applied for without it",
    "soft": "in force, neither money nor points by its page",
    "trade": "for one trade, and the profile tells none",
    "besides": "in force, but who applies needs another certification too",
    "chosen": "in force, but others recommend who gets it and nobody applies",
    "closed": "in force, but the calls that are told are over on that day",
    "later": "only planned or considered",
    "way": "only the way to another certification",
    "mark": "a mark or a listing alone",
    "history": "told by no document any more",
}


@dataclass(frozen=True)
class Gain:
    """What a company gets, however many rules give it."""

    worth: Worth
    """How good it is."""
    benefit: str
    """What kind of thing."""
    raised: str
    """The id of what gets better."""
    frame: str | None
    """That part of it alone."""
    value: str | None
    """How much, as printed."""
    name: str
    """What gets better, as it is called in answers."""
    rules: frozenset[str] = field(default=frozenset(), compare=False)
    """Ids of the rules that give it."""
    besides: str = field(default="", compare=False)
    """The certifications that applying to it asks for and the company does not hold, in words."""

    def is_had_with(self, other: Gain) -> bool:
        """Whether who has the other has this already: one rule gives both, or it is of a kind that
        is had once, by whatever way. Points and uplifts of two rules may add up.
        """
        return self == other and (
            self.benefit in _HAD_ONCE or not self.rules.isdisjoint(other.rules)
        )

    @property
    def text(self) -> str:
        """The gain in words: 5% tax_credit_uplift of 賃上げ促進税制."""
        besides = f" (who applies needs {self.besides} besides)" if self.besides else ""
        return f"{f'{self.value} ' if self.value else ''}{self.benefit} of {self.name}{besides}"


def gains(
    book: RuleBook, results: Iterable[Eligibility], closed: Collection[str] = ()
) -> tuple[Gain, ...]:
    """What rules give to a company, equal gains of one thing once, best first. What is `aimed_at`
    other sizes is none. `closed`: ids of rules to whose programmes nobody can apply on the day.
    """
    found: dict[Gain, frozenset[str]] = {}
    for result in results:
        for raised in result.rule.raises if not result.aimed_at else ():
            gain = _gain(book, raised, result, closed)
            found[gain] = found.get(gain, frozenset()) | {result.rule.id}
    return tuple(
        sorted(
            (replace(gain, rules=rules) for gain, rules in found.items()),
            key=lambda gain: (WORTHS.index(gain.worth), benefit_ranks()[gain.benefit], gain.raised),
        )
    )


def order_of(gained: Sequence[Gain]) -> tuple[int, ...]:
    """What a step is ordered by, the lowest first: how good its best gain is and of which kind,
    then how many gains it has of each worth, the best worth first. History does not count.
    """
    best = next((gain for gain in gained if gain.worth != "history"), None)
    if best is None:
        return (len(WORTHS),)
    counts = (sum(gain.worth == worth for gain in gained) for worth in WORTHS[:-1])
    return (
        WORTHS.index(best.worth),
        benefit_ranks()[best.benefit],
        *(-count for count in counts),
    )


def worth_of(gained: Sequence[Gain]) -> Worth | None:
    """The worth of the best gain, None where there is none or history alone."""
    return next((gain.worth for gain in gained if gain.worth != "history"), None)


def at_best(gained: Sequence[Gain], most: Worth) -> tuple[Gain, ...]:
    """The gains, none of them worth more than that."""
    limit = WORTHS.index(most)
    return tuple(
        replace(gain, worth=most) if WORTHS.index(gain.worth) < limit else gain for gain in gained
    )


@dataclass(frozen=True)
class Had:
    """One thing that a company gets already."""

    gain: Gain
    """What it gets."""
    by: frozenset[str]
    """Ids of what the rule that gives it asks for."""


def had_by(
    book: RuleBook, results: Iterable[Eligibility], closed: Collection[str] = ()
) -> tuple[Had, ...]:
    """What a company gets by the rules that it has, each rule for itself."""
    return tuple(
        Had(gain, frozenset(way.id for way in result.rule.requires))
        for result in results
        for gain in gains(book, (result,), closed)
    )


def not_had(
    book: RuleBook, certification: str, gained: Sequence[Gain], had: Sequence[Had]
) -> tuple[Gain, ...]:
    """Those of the gains by a certification that a company does not get by what it has: a gain of
    a kind that is had once, or one that a lower tier of the certification gives.
    """
    if not gained:
        return ()
    lower = book.implied[certification] - {certification}
    by_lower_tiers = {each.gain for each in had if not lower.isdisjoint(each.by)}
    by_others: defaultdict[Gain, list[Gain]] = defaultdict(list)
    for each in had:
        if lower.isdisjoint(each.by):
            by_others[each.gain].append(each.gain)
    return tuple(
        gain
        for gain in gained
        if gain not in by_lower_tiers and not any(map(gain.is_had_with, by_others.get(gain, ())))
    )


def why(
    gained: Sequence[Gain],
    needs: int,
    also_by: str | None,
    instead_of: Sequence[str],
    obliged: bool = False,
) -> str:
    """In one line why a step stands where it does: its best gain, how many come with it, how many
    steps are before it, which step gives that best gain too, which lower tiers it stands for,
    whether the law asks for it anyway.
    """
    if not gained:
        return "adds nothing that these documents state"
    best = gained[0]
    now = sum(gain.worth != "history" for gain in gained)
    gone = len(gained) - now
    parts = [
        f"{_SAYS[best.worth]}: {best.text}",
        f"{now - 1} more {'gain' if now == 2 else 'gains'} with it" if now > 1 else "",
        f"{gone} of the past not counted" if gone and now else "",
        f"{needs} to be held before it" if needs else "",
        f"{also_by} gives that too" if also_by else "",
        f"instead of {'、'.join(instead_of)}, which it contains" if instead_of else "",
        "the law asks a company with so many heads to have it" if obliged else "",
    ]
    return "; ".join(filter(None, parts))


def _gain(book: RuleBook, raised: Raised, result: Eligibility, closed: Collection[str]) -> Gain:
    rule = result.rule
    value = None if rule.benefit in _ONE_COUNTS else rule.value
    worth = _worth(book, rule)
    if result.if_in and worth in ("stated", "money", "prerequisite", "soft"):
        worth = "trade"
    besides = "、".join(
        "/".join(way.name for way in ways) for ways in result.certifications_besides
    )
    if besides and WORTHS.index(worth) < WORTHS.index("besides"):
        worth = "besides"
    if rule.id in closed and WORTHS.index(worth) < WORTHS.index("closed"):
        worth = "closed"
    return Gain(worth, rule.benefit, raised.id, raised.frame, value, raised.name, besides=besides)


def _worth(book: RuleBook, rule: RuleCard) -> Worth:
    if rule.status != "in_force":
        return "later" if rule.status in ("planned", "considered") else "history"
    kind = benefit_classes()[rule.benefit]
    if kind == "money":
        return "money" if rule.value is None else "stated"
    if kind == "prerequisite":
        return "way" if _leads_to_certifications(book, rule) else "prerequisite"
    return "mark" if rule.benefit in _MARKS else "soft"


def _leads_to_certifications(book: RuleBook, rule: RuleCard) -> bool:
    """Whether what it opens is another certification, which is a step of its own."""
    return all(
        certification_of(book, raised.name.partition("への")[0]) for raised in rule.raises
    )  # くるみん認定企業への優遇措置 is what くるみん gives
