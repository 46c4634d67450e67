"""Bonuses as policy papers promise them: in one sentence of running text, often without an amount,
often not yet in force.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from loaders.bonuses.benefits import told
from loaders.bonuses.clauses import Clause
from loaders.bonuses.conditions import Condition, any_of, held, names, phrase
from loaders.bonuses.draft import Draft, status_of
from loaders.catalogue.records import Benefit
from loaders.text.amounts import MONEY

_COMPANY = r"(?:企業|事業者|事業主)"
_ACCORDING = re.compile(
    r"(?:認定)?[」』]?の?取得(?:など|等)?、?[^。]{0,40}?に応じた(?P<what>[^。、"
    r"]{0,12}?(?:加算|割増|上乗せ|増額))"
)
_POINTS = re.compile(
    rf"(?P<when>[^、。※:()「」]{{4,40}}?{_COMPANY})等?(?:に対して|に対し|を)、?(?:[^、。"
    r"]{0,12}(?:において|で))?、?(?P<what>加点|優遇)"
)
_LISTED = re.compile(
    rf"(?P<when>[^、。※:()「」]{{4,50}}?{_COMPANY})等?(?:に対して|に対し|への)、"
    r"?(?P<rate>補助率)や(?:補助)?(?P<cap>上限額?)の引き?上げ(?:や|、)?(?P<points>加点)?"
)
_ON_TOP = re.compile(
    r"(?P<when>(?:[^、。]{2,12}[一-龥ァ-ヶ]、)?[^、。"
    rf"※:()]{{4,40}}?{_COMPANY})への(?P<what>上乗せ措置)"
)
_TAX = re.compile(r"税制|税額控除")
_OWN_GRANT = re.compile(r"(?:^|、)\s*[ivx]{1,4}\s*(?P<name>[^、。\sivx]{2,20}助成金)")
_WHEN = re.compile(
    r"(?P<when>[^、。\s]{4,40}?場合)に支給(?:する|される)(?P<what>[^、。"
    rf"]{{0,12}}?加算)(?:の?額)?を?、?[^、。]{{0,24}}?(?P<value>(?:最大)?\s*{MONEY})"
)
_TO_COME = re.compile(r"^[^。、]{0,8}創設(?:など|等)?を行う")


def promised(clauses: Sequence[Clause]) -> Iterator[Draft]:
    """Every promise of the sentences, in their order."""
    page = "".join(clause.text for clause in clauses)
    marks = any(names(clause.text) for clause in clauses)
    for clause in clauses:
        yield from _according_to_marks(clause)
        if not marks:
            yield from _screening(clause)
        yield from _rates_and_caps(clause)
        yield from _grants(clause)
        if _TAX.search(page):
            yield from _on_top(clause)


def _draft(
    clause: Clause,
    condition: Condition,
    benefit: Benefit,
    match: re.Match[str],
    group: str,
    value: str | None = None,
    raises: str | None = None,
) -> Draft:
    return Draft(
        condition,
        benefit,
        clause.line_at(match.start(group)),
        value=value,
        raises=raises,
        status=status_of(clause.text, *match.span(group)),
    )


def _according_to_marks(clause: Clause) -> Iterator[Draft]:
    """「…認定の取得など、…に応じた加算」."""
    for name in names(clause.text):
        if match := _ACCORDING.match(clause.text, name.end):
            yield Draft(
                any_of([name]),
                "grant_uplift",
                clause.line_at(name.start),
                status=status_of(clause.text, *match.span("what")),
            )


def _screening(clause: Clause) -> Iterator[Draft]:
    """「…に取り組む企業を採択審査において加点」 on a page that names no mark by which such
    companies are known.
    """
    for match in _POINTS.finditer(clause.text):
        for t in told(clause.text):
            if (
                t.benefit == "screening_points"
                and match.start("what") <= t.end
                and t.start <= match.end("what")
            ):
                yield _draft(
                    clause, phrase(match["when"]), t.benefit, match, "what", raises=t.raises
                )


def _rates_and_caps(clause: Clause) -> Iterator[Draft]:
    """「…事業者に対し、補助率や上限の引上げや加点」."""
    kinds: tuple[tuple[str, Benefit], ...] = (
        ("rate", "rate_uplift"),
        ("cap", "cap_uplift"),
        ("points", "screening_points"),
    )
    for match in _LISTED.finditer(clause.text):
        yield from (
            _draft(clause, phrase(match["when"]), benefit, match, group)
            for group, benefit in kinds
            if match[group]
        )


def _grants(clause: Clause) -> Iterator[Draft]:
    """A grant for holders alone among their numbered benefits;
    「…する場合に支給される…加算の額を、最大…円」.
    """
    if who := held(clause, None):
        for match in _OWN_GRANT.finditer(clause.text, who[1]):
            yield _draft(clause, who[0], "other", match, "name", raises=match["name"])
    for match in _WHEN.finditer(clause.text):
        yield _draft(
            clause,
            phrase(match["when"]),
            "grant_uplift",
            match,
            "what",
            " ".join(match["value"].split()),
        )


def _on_top(clause: Clause) -> Iterator[Draft]:
    """「…に積極的な企業への上乗せ措置」 of a tax measure."""
    for match in _ON_TOP.finditer(clause.text):
        draft = _draft(clause, phrase(match["when"]), "tax_credit_uplift", match, "what")
        yield (
            Draft(draft.condition, draft.benefit, draft.line, status="planned")
            if _TO_COME.match(clause.text[match.end() :])
            else draft
        )
