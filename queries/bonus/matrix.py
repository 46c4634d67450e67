"""Who gives on whose word: certifications of one ministry that raise measures of another, or
programmes that are no measure here.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection
from dataclasses import dataclass

from graph.language.fold import fold
from graph.store import Store
from queries.bonus.book import RuleBook, rule_book
from queries.bonus.rules import RuleCard


@dataclass(frozen=True)
class BonusCell:
    """`issuer`: a ministry; `raised`: another ministry, or the name of a programme (`kind` Ministry
    or Programme). `rules`: those that ask for a certification of the one and raise what is the
    other's; `certifications` that they ask for; `benefits`: how many of each kind.
    """

    issuer: str
    raised: str
    kind: str
    rules: tuple[RuleCard, ...]
    certifications: tuple[str, ...]
    benefits: tuple[tuple[str, int], ...]


def bonus_matrix(store: Store) -> tuple[BonusCell, ...]:
    """Every pair with a rule, most rules first. A measure of several ministries counts for each; a
    certification's issuer is its ministry, the one above its agency, or those that supervise its
    body. A programme that is called a ministry's (…省の補助金) is that ministry's. What a ministry
    gives on its own word, another certification of its own too, is no cell.
    """
    book = rule_book(store)
    ministries = {
        each for offices in (*book.offices.values(), *book.issuers.values()) for each in offices
    }
    cells: dict[tuple[str, str, str], dict[str, set[str]]] = {}
    for rule in book.rules.values():
        ends = [
            ("Ministry", office)
            for raised in rule.raises
            for office in book.offices.get(raised.id, ())
        ]
        ends += [
            _programme(raised.name, ministries)
            for raised in rule.raises
            if raised.type == "Programme"
        ]
        for asked in rule.requires:
            for issuer in book.issuers.get(asked.id, ()):
                for kind, raised in ends:
                    if raised != issuer and issuer not in book.issuers.get(
                        book.certification_names.get(fold(raised), ""), ()
                    ):
                        cells.setdefault((issuer, kind, raised), {}).setdefault(rule.id, set()).add(
                            asked.name
                        )
    found = [
        BonusCell(
            issuer,
            raised,
            kind,
            tuple(book.rules[each] for each in sorted(rules)),
            tuple(sorted(set().union(*rules.values()))),
            tuple(sorted(Counter(book.rules[each].benefit for each in rules).items())),
        )
        for (issuer, kind, raised), rules in cells.items()
    ]
    return tuple(
        sorted(found, key=lambda cell: (-len(cell.rules), cell.issuer, cell.kind, cell.raised))
    )


def _programme(name: str, ministries: Collection[str]) -> tuple[str, str]:
    owner = name.partition("の")[0]
    return ("Ministry", owner) if owner in ministries else ("Programme", name)


def without_issuer(book: RuleBook) -> int:
    """How many rules are in no cell since no ministry is known behind any certification that they
    ask for (those that ask for none not counted).
    """
    asked = [
        [each.id for each in rule.requires if each.type == "Certification"]
        for rule in book.rules.values()
    ]
    return sum(bool(ids) and not any(book.issuers.get(each) for each in ids) for ids in asked)
