"""Money, advice and guarantees for those whom a sentence or a title names, without a word for an
uplift; what membership or a loan opens.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from loaders.bonuses.clauses import Clause
from loaders.bonuses.conditions import Condition, any_of, called, phrase
from loaders.bonuses.draft import Draft, status_of
from loaders.bonuses.names import names
from loaders.text.amounts import MONEY
from loaders.text.lines import Flow, fold, plain
from loaders.text.page import Page
from loaders.vocabulary.patterns import patterns

_PATTERNS = patterns(__file__, money=MONEY)
_ADDRESSED = _PATTERNS["addressed"]
_GRANTED = _PATTERNS["granted"]
_ADVISED = _PATTERNS["advised"]
_FREE = _PATTERNS["free"]
_MEMBER = _PATTERNS["member"]
_LENT = _PATTERNS["lent"]
_CHOICE = _PATTERNS["choice"]
_FEE = _PATTERNS["fee"]
_BY_YEAR = _PATTERNS["by_year"]


def granted(clauses: Sequence[Clause]) -> Iterator[Draft]:
    """「里山雇用主に対する支援策として」 and items 「…した場合、年間最大…円を支給」: who is named
    and did so gets the sum.
    """
    who, bullet = None, ""
    for clause in clauses:
        if heading := _ADDRESSED.search(clause.text):
            named = names(heading["who"])
            who, bullet = (any_of(named) if named else None), clause.bullet
        elif who is not None and clause.bullet != bullet:
            who = None
        elif who is not None and (match := _GRANTED.search(clause.text)):
            does = phrase(match["when"])
            yield Draft(
                _and(who, does),
                "grant_uplift",
                clause.line_at(match.start("value")),
                " ".join(match["value"].split()),
                status=status_of(clause.text, *match.span("value")),
            )


def _and(who: Condition, does: Condition) -> Condition:
    return Condition(
        who.printed + does.printed, "all", who.kind, who.requires + does.requires, does.unreadable
    )


def advised(page: Page, title: str, clauses: Sequence[Clause]) -> Iterator[Draft]:
    """「里山認定企業に対するやまと機構の助言等」: a title that names those who are advised."""
    match = _ADVISED.search(plain(title))
    named = names(match["who"]) if match else []
    if match is None or not named:
        return
    free = next((found for clause in clauses if (found := _FREE.search(clause.text))), None)
    lines = (line.number for line in page.lines if fold(title) in fold(line.plain))
    yield Draft(
        any_of(named),
        "other",
        next(lines, page.start),
        free["free"] if free else None,
        raises=match["what"],
    )


def opened(clauses: Sequence[Clause]) -> Iterator[Draft]:
    """「里山協議会の会員であること」, 「金融機関からの融資が必要」: what opens the door."""
    for clause in clauses:
        for pattern in (_MEMBER, _LENT):
            for match in pattern.finditer(clause.text):
                yield Draft(
                    called(match["of"], "other"), "requirement", clause.line_at(match.start("of"))
                )


def guaranteed(flow: Flow) -> Iterator[Draft]:
    """For a higher fee a guarantee that the owner need not back, and what of that fee is paid, by
    fiscal year.
    """
    choice = _CHOICE.search(flow.text)
    if choice is None:
        return
    condition = phrase(choice["when"])
    yield Draft(
        condition,
        "other",
        flow.line_at(choice.start("what")),
        raises=choice["what"].removesuffix("を選択できる") + "の選択",
    )
    if _FEE.search(flow.text):
        for match in _BY_YEAR.finditer(flow.text):
            yield Draft(
                _and(condition, called(match["year"], "other")),
                "other",
                flow.line_at(match.start("value")),
                match["value"],
                raises="信用保証料",
            )
