"""The budgets that a page prints: which of its sums are the state's money for the measure, of which
year and kind.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from itertools import pairwise

from loaders.catalogue.records import Budget
from loaders.facts.money import (
    BUDGET_HEADING,
    LIMIT,
    PART_OF,
    Sum,
    bracket_after,
    sums,
    topic,
)
from loaders.facts.pots import pot
from loaders.text.amounts import yen_amounts
from loaders.text.compact import Compact
from loaders.text.fiscal import FiscalMark, fiscal_marks
from loaders.text.glyphs import BULLETS
from loaders.text.page import Page, Problem

_EARMARKED = re.compile(r"(?:の|を)(?:追加)?(?:予算|計上|措置|確保)")
_DIRECT = re.compile(r"(?:交付金|基金|補助金)(?:の?総額|残高)?[:：は]?約?$")
_SUBTOTAL = re.compile(r"\(?うち[^。()]*$")
_MULTI_YEAR = re.compile(r"国庫債務負担|\d(?:年|か年|ヵ年|カ年)(?:間)?(?:[・で]|総額|合計)")
_MULTI_YEAR_AFTER = re.compile(r"(?:の内数)?\(?国庫債務負担")
_FUND = re.compile(r"基金(?:総額|残高|規模)?[:：は]?約?$")
_EXPECTED = re.compile(r"(?:程度)?(?:を|が|と)?\(?(?:想定|見込|目途)")
_JOINED = re.compile(r"[+＋・、,/及びと並に()]*(?:\([^()]*\))?[+＋・、,/及びと並に()]*")
_COORDINATE = re.compile(r"[、,及びと・][^。、()]{0,12}$")
_DRAFT = re.compile(r"予算額?\(?案")
_ENACTED = re.compile(r"\D*(?:改正|施行)")
_ANNOUNCED = re.compile(rf"[{BULLETS}【<\[(]*(?:予算案?額|予算総額|所[用要]額|基金総額)")
_BRACKET = re.compile(r"\((?:うち)?(?:約|総額)?")
_REACH = (
    45  # characters between a budget heading (or the sum before) and a sum that still belongs to it
)


@dataclass(frozen=True)
class _Found:
    """A budget and where its sum ends, so that the next one can be read after it."""

    budget: Budget
    start: int
    end: int


def budgets(page: Page) -> tuple[list[Budget], list[Problem]]:
    """One budget a printed sum, in yen, in the page's order, and the budget headings that no
    readable sum follows.

    The previous year's figure in brackets goes to `previous_yen`; a sum printed a second time is
    the same budget. Limits per applicant, conditions, results and firms' own figures are no
    budgets, nor is a sub-total (うち…), which lies inside the sum before it.
    """
    compact = Compact.of(page)
    marks = fiscal_marks(compact.text)
    found: list[_Found] = []
    for amount in sums(compact):
        before = found[-1] if found else None
        if before and _is_previous_year(compact.text, before, amount):
            found[-1] = _with_previous(before, amount.yen)
        elif _is_budget(compact, marks, before, amount):
            found.append(_read(compact, marks, before, amount))
    return _distinct(
        compact.text, _with_shares(compact.text, _with_earlier_years(compact.text, found))
    ), _unread(page, compact, [f.start for f in found])


# --- which sums are budgets -----------------------------------------------------------------------


def _is_budget(
    compact: Compact, marks: list[FiscalMark], before: _Found | None, amount: Sum
) -> bool:
    text, after = compact.text, compact.text[amount.end :]
    lead = text[before.end if before else 0 : amount.start]
    if _SUBTOTAL.search(lead[-30:]) and before:
        return False
    if PART_OF.match(after):
        return True
    if LIMIT.match(after):
        return False
    state, since = topic(compact, marks, amount.start)
    if state == "budget":
        return amount.start - max(since, before.end if before else 0) <= _REACH
    if state == "cap":
        return False
    follows = bracket_after(text, amount.end)
    named_after = any(not m.bare for m in fiscal_marks(follows)) and not _ENACTED.match(follows)
    named_before = (state is None and bool(_DIRECT.search(lead))) or any(
        m.end == amount.start for m in marks
    )
    return named_after or named_before or bool(_EARMARKED.match(after))


def _is_previous_year(text: str, before: _Found, amount: Sum) -> bool:
    """A bracket with nothing but a sum, right after a budget: the year before, by the custom of
    budget papers.
    """
    opening = text[before.end : amount.start]
    return (
        bool(re.fullmatch(r"(?:の内数)?\((?:前年度)?(?:予算額?)?[:：]?約?", opening))
        and text[amount.end : amount.end + 1] == ")"
    )


# --- what a budget's words say --------------------------------------------------------------------


def _read(compact: Compact, marks: list[FiscalMark], before: _Found | None, amount: Sum) -> _Found:
    text = compact.text
    lead_start = max(
        before.end if before else 0, text.rfind("。", 0, amount.start) + 1, amount.start - 120
    )
    lead, after = text[lead_start : amount.start], text[amount.end :]
    own = _own_marks(text, [m for m in marks if lead_start <= m.start and m.end <= amount.start])
    if not own and (follows := bracket_after(text, amount.end)):
        own = _marks_of_the_whole(follows, amount.yen)
    inherited = before.budget if before and not own and not BUDGET_HEADING.search(lead) else None
    part_of = _is_part(text, amount)
    budget = Budget(
        fiscal="+".join(dict.fromkeys(m.canonical for m in own))
        or (inherited.fiscal if inherited else None),
        year=_year(own) or (inherited.year if inherited else None),
        kind=_kind(own, inherited, lead, after),
        proposed=any(m.proposed for m in own)
        or bool(_DRAFT.search(lead))
        or bool(inherited and inherited.proposed),
        yen=amount.yen,
        part_of=part_of,
        pot=pot(compact, lead_start, amount.start, amount.end) if part_of else None,
        line=compact.line_at(amount.start),
    )
    return _Found(budget, amount.start, _end_with_its_bracket(text, amount.end))


def _end_with_its_bracket(text: str, at: int) -> int:
    """Past the bracket that only says of which year the sum is, so that the next sum does not take
    the year for its own.
    """
    follows = bracket_after(text, at)
    only_a_year = bool(fiscal_marks(follows)) and not yen_amounts(follows)
    return text.index(follows, at) + len(follows) + 1 if only_a_year else at


def _kind(own: list[FiscalMark], inherited: Budget | None, lead: str, after: str) -> str | None:
    if inherited and inherited.kind == "multi_year_total" and _JOINED.fullmatch(lead):
        return "multi_year_total"
    if _FUND.search(lead):
        return "fund_total"
    if _MULTI_YEAR.search(lead) or (
        _MULTI_YEAR_AFTER.match(after) and not yen_amounts(bracket_after(after, 0))
    ):
        return "multi_year_total"
    if _EXPECTED.match(after):
        return "expected"
    kinds = {m.kind for m in own}
    if len(kinds) > 1:
        return None  # one sum over both: neither kind
    if kinds:
        return kinds.pop()
    if inherited and inherited.kind in ("initial", "supplementary"):
        return inherited.kind
    return "initial"  # a page that names no year speaks of its regular budget


def _own_marks(text: str, marks: list[FiscalMark]) -> list[FiscalMark]:
    """The last mark of the lead, and those before it that are only joined to it (R6補正+R7当初)."""
    own = marks[-1:]
    for earlier, later in reversed(list(pairwise(marks))):
        if not _JOINED.fullmatch(text[earlier.end : later.start]):
            break
        own.insert(0, earlier)
    return own


def _marks_of_the_whole(bracket: str, yen: int) -> list[FiscalMark]:
    """The marks of the bracket after a sum, where they speak of that sum: it holds no sums of its
    own, or they add up to it.
    """
    inside = [a.yen for a in yen_amounts(bracket)]
    return fiscal_marks(bracket) if not inside or sum(inside) == yen else []


def _year(marks: list[FiscalMark]) -> int | None:
    years = {m.year for m in marks}
    return years.pop() if len(years) == 1 else None


def _is_part(text: str, amount: Sum) -> bool:
    """Said after the sum, or after the last of several that stand in one row
    (融資900億円、投資100億円の内数).
    """
    if PART_OF.match(text, amount.end):
        return True
    later = next(iter(yen_amounts(text[amount.end : amount.end + 40])), None)
    if later is None:
        return False
    between = text[amount.end : amount.end + later.start]
    in_one_row = (
        _COORDINATE.fullmatch(between) and not fiscal_marks(between) and "予算" not in between
    )
    return bool(in_one_row and PART_OF.match(text, amount.end + later.end))


# --- the page's budgets together ------------------------------------------------------------------


def _with_previous(found: _Found, yen: int) -> _Found:
    return _Found(found.budget.model_copy(update={"previous_yen": yen}), found.start, found.end)


def _with_earlier_years(text: str, found: list[_Found]) -> list[_Found]:
    """A bracket that names the year before and its sum gives a budget of its own; the later year
    points to it as well.
    """
    result = list(found)
    for i, (now, then) in enumerate(pairwise(found)):
        a, b = now.budget, then.budget
        between = text[now.end : then.start]
        if (
            a.year
            and b.year == a.year - 1
            and a.kind == b.kind == "initial"
            and between.startswith("(")
            and ")" not in between
        ):
            result[i] = _with_previous(now, b.yen)
    return result


def _with_shares(text: str, found: list[_Found]) -> list[_Found]:
    """A sum whose bracket names the larger sum that it is a part of (4億円（9億円の内数）) is a
    share of that one.
    """
    shares = [
        _BRACKET.fullmatch(text[own.end : whole.start])
        and whole.budget.part_of
        and not own.budget.part_of
        and own.budget.yen <= whole.budget.yen
        for own, whole in pairwise(found)
    ]
    return (
        [
            (
                _Found(each.budget.model_copy(update={"share": True}), each.start, each.end)
                if share
                else each
            )
            for each, share in zip(found, [*shares, False], strict=True)
        ]
        if found
        else []
    )


def _distinct(text: str, found: list[_Found]) -> list[Budget]:
    """Without the sums that the page prints a second time; two equal sums that it adds up (A＋A)
    are two.
    """
    kept: list[_Found] = []
    for i, new in enumerate(found):
        added = (
            i > 0
            and re.search(r"[+＋]", text[found[i - 1].end : new.start])
            and found[i - 1].budget.yen == new.budget.yen
        )
        if added or not any(_same_sum(old.budget, new.budget) for old in kept):
            kept.append(new)
    return [f.budget for f in kept]


def _same_sum(a: Budget, b: Budget) -> bool:
    """The same yen, and nothing that one says of year or pot gainsays the other."""
    agree = all(x == y or None in (x, y) for x, y in ((a.fiscal, b.fiscal), (a.pot, b.pot)))
    return (a.yen, a.part_of) == (b.yen, b.part_of) and agree


def _unread(page: Page, compact: Compact, starts: list[int]) -> list[Problem]:
    """A heading of budgets on a page on which no sum of one can be read."""
    if starts:
        return []
    headings = [o for o in sorted(compact.openings) if _ANNOUNCED.match(compact.text, o)]
    return [
        Problem(
            page.document, compact.line_at(o), "a budget is announced, but no sum of it can be read"
        )
        for o in headings[:1]
    ]
