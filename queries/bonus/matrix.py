"""Who gives on whose word: certifications of one ministry that raise measures of another, or
programmes that are no measure here.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Collection
from dataclasses import dataclass
from typing import NamedTuple

from graph.language.fold import fold
from graph.schema.rule_status import RULE_STATUSES
from graph.store import Store
from queries.bonus.rule_book.book import RuleBook, rule_book
from queries.bonus.rule_book.rules import RuleCard


@dataclass(frozen=True)
class BonusCell:
    """The rules that ask for a certification of one ministry and raise what is another's."""

    issuer: str
    """The ministry behind the certifications."""
    raised: str
    """The other ministry, or the name of a programme."""
    kind: str
    """Which of the two `raised` is: Ministry or Programme."""
    rules: tuple[RuleCard, ...]
    """The rules, by id."""
    certifications: tuple[str, ...]
    """Names of those that the rules ask for."""
    benefits: tuple[tuple[str, int], ...]
    """How many rules of each kind of benefit."""

    @property
    def statuses(self) -> tuple[tuple[str, int], ...]:
        """How many rules of each status, in force first."""
        counts = Counter(rule.status for rule in self.rules)
        return tuple((status, counts[status]) for status in RULE_STATUSES if counts[status])

    @property
    def in_force(self) -> int:
        """How many rules are in force."""
        return dict(self.statuses).get("in_force", 0)


class _Pair(NamedTuple):
    issuer: str
    """The ministry behind the certification."""
    kind: str
    """What is raised: Ministry or Programme."""
    raised: str
    """The other ministry, or the name of the programme."""


def bonus_matrix(store: Store) -> tuple[BonusCell, ...]:
    """Every pair with a rule, most rules in force first. A measure of several ministries counts for
    each; a certification's issuer is its ministry, the one above its agency, or those that
    supervise its body; of a plan that the minister in charge of a field gives, the ministry of the
    measure's own field alone. A programme that is called a ministry's (…省の補助金) is that
    ministry's. What a ministry gives on its own word, another certification of its own too, is no
    cell.
    """
    return matrix_by(rule_book(store))


def matrix_by(book: RuleBook) -> tuple[BonusCell, ...]:
    """The same by a rule book that is at hand."""
    offices = (*book.offices.values(), *book.issuers.values())
    ministries = {ministry for names in offices for ministry in names}
    pairs: dict[_Pair, dict[str, set[str]]] = defaultdict(lambda: defaultdict(set))
    for rule in book.rules.values():
        for kind, raised in _ends(book, rule, ministries):
            issuers_of_end = book.issuers.get(book.certification_names.get(fold(raised), ""), ())
            for way in rule.requires:
                for issuer in _issuers(book, rule, way.id):
                    if issuer not in (raised, *issuers_of_end):
                        pairs[_Pair(issuer, kind, raised)][rule.id].add(way.name)
    cells = [
        BonusCell(
            pair.issuer,
            pair.raised,
            pair.kind,
            tuple(book.rules[rule] for rule in sorted(rules)),
            tuple(sorted(set().union(*rules.values()))),
            tuple(sorted(Counter(book.rules[rule].benefit for rule in rules).items())),
        )
        for pair, rules in pairs.items()
    ]
    return tuple(
        sorted(
            cells,
            key=lambda cell: (
                -cell.in_force,
                -len(cell.rules),
                cell.issuer,
                cell.kind,
                cell.raised,
            ),
        )
    )


def _issuers(book: RuleBook, rule: RuleCard, certification: str) -> tuple[str, ...]:
    """The ministries on whose word a rule gives something: those behind the certification; of one
    that each gives in its own field alone those that run what is raised, or the measure on whose
    page it stands.
    """
    issuers = book.issuers.get(certification, ())
    known = book.certifications.get(certification)
    if known is None or not known.by_field:
        return issuers
    measures = (*(raised.id for raised in rule.raises), *(id_ for id_, _ in rule.stated_on))
    own = {office for measure in measures for office in book.offices.get(measure, ())}
    return tuple(issuer for issuer in issuers if issuer in own)


def _ends(book: RuleBook, rule: RuleCard, ministries: Collection[str]) -> list[tuple[str, str]]:
    """Kind and name of those whose measures, or which programmes, a rule raises."""
    measures = [
        ("Ministry", office) for raised in rule.raises for office in book.offices.get(raised.id, ())
    ]
    programmes = [
        _programme(raised.name, ministries) for raised in rule.raises if raised.type == "Programme"
    ]
    return measures + programmes


def _programme(name: str, ministries: Collection[str]) -> tuple[str, str]:
    owner = name.partition("の")[0]
    return ("Ministry", owner) if owner in ministries else ("Programme", name)


def without_issuer(book: RuleBook) -> int:
    """How many rules are in no cell since no ministry is known behind any certification that they
    ask for (those that ask for none not counted).
    """
    return sum(
        bool(ids) and not any(_issuers(book, rule, certification) for certification in ids)
        for rule, ids in (
            (rule, [way.id for way in rule.requires if way.type == "Certification"])
            for rule in book.rules.values()
        )
    )
