"""The budgets that a page prints: which of its sums are the state's money for the measure, of which
year and kind.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from itertools import pairwise

from loaders.catalogue.records import Budget
from loaders.facts.money import (
    BOUND,
    BUDGET_HEADING,
    PART_OF,
    Sum,
    bracket_after,
    refuse_unreadable,
    sums,
    topic,
)
from loaders.facts.pots import pot
from loaders.text.amounts import yen_amounts
from loaders.text.compact import Compact
from loaders.text.fiscal import FiscalMark, fiscal_marks, unread_years
from loaders.text.page import Page
from loaders.vocabulary.patterns import patterns

_PATTERNS = patterns(__file__)
_EARMARKED = _PATTERNS["earmarked"]
_DIRECT = _PATTERNS["direct"]
_SUBTOTAL = _PATTERNS["subtotal"]
_PART_BEFORE = _PATTERNS["part_before"]
_PART_LOOSELY = _PATTERNS["part_loosely"]
_MULTI_YEAR = _PATTERNS["multi_year"]
_MULTI_YEAR_AFTER = _PATTERNS["multi_year_after"]
_FUND = _PATTERNS["fund"]
_EXPECTED = _PATTERNS["expected"]
_JOINED = _PATTERNS["joined"]
_COORDINATE = _PATTERNS["coordinate"]
_DRAFT = _PATTERNS["draft"]
_REQUESTED = _PATTERNS["requested"]
_ENACTED = _PATTERNS["enacted"]
_ANNOUNCED = _PATTERNS["announced"]
_BRACKET = _PATTERNS["bracket"]
_BRACKET_OPENS = _PATTERNS["bracket_opens"]
_BRACKET_CLOSES = _PATTERNS["bracket_closes"]
_PREVIOUS_YEAR = _PATTERNS["previous_year"]
_YEAR_BEFORE = _PATTERNS["year_before"]
_DIFFERENCE = _PATTERNS["difference"]
_DIFFERENCE_AFTER = _PATTERNS["difference_after"]
_KIND_NAMED = _PATTERNS["kind_named"]
_BUDGET_WORD = _PATTERNS["budget_word"]
_ADDED = _PATTERNS["added"]
# characters between a budget heading (or the sum before) and a sum that still belongs to it
_REACH = 45


@dataclass(frozen=True)
class _Reading:
    """A budget and where its sum stands, so that the next one can be read after it."""

    budget: Budget
    """The budget."""
    start: int
    """Offset of the sum's first character in the compact text."""
    end: int
    """Offset behind the sum and a bracket that only tells its year."""


def budgets(page: Page) -> list[Budget]:
    """One budget a printed sum, in yen, in the page's order. A budget heading that no readable sum
    follows is refused (`Page.refuse`).

    The previous year's figure in brackets goes to `previous_yen`; a sum printed a second time is
    the same budget. Limits per applicant, conditions, results and firms' own figures are no
    budgets, nor is a sub-total (うち…), which lies inside the sum before it.
    """
    compact = Compact.of(page)
    marks = fiscal_marks(compact.text)
    readings: list[_Reading] = []
    earlier: Sum | None = None
    for amount in sums(compact):
        before = readings[-1] if readings else None
        if before and _is_previous_year(compact.text, before, amount):
            told = _with_previous(before, amount.yen)
            readings[-1] = replace(told, end=amount.end)
        elif before is None and _is_told_first(compact.text, amount):
            earlier = amount
        elif _is_budget(compact, marks, before, amount):
            if year := _unread_year(compact.text, before, amount):
                line = compact.line_at(amount.start)
                page.refuse(line, f"a budget of a fiscal year that cannot be read: {year}")
            else:
                reading = _read(compact, marks, before, amount, earlier.end if earlier else 0)
                if earlier and amount.start - earlier.end <= _REACH:
                    reading = _with_previous(reading, earlier.yen)
                readings.append(reading)
                earlier = None
    if not refuse_unreadable(page, compact, marks, "budget") and not readings:
        _refuse_heading(page, compact)
    return _distinct(
        compact.text, _with_shares(compact.text, _with_earlier_years(compact.text, readings))
    )


# --- which sums are budgets -----------------------------------------------------------------------


def _is_budget(
    compact: Compact, marks: list[FiscalMark], before: _Reading | None, amount: Sum
) -> bool:
    text, after = compact.text, compact.text[amount.end :]
    lead = text[before.end if before else 0 : amount.start]
    if _SUBTOTAL.search(lead[-30:]) and before:
        return False
    if _YEAR_BEFORE.search(lead) or is_difference(lead, after if before else ""):
        return False
    if PART_OF.match(after):
        return True
    if BOUND.match(after):
        return False
    state, since = topic(compact, marks, amount.start)
    if state == "budget":
        return amount.start - max(since, before.end if before else 0) <= _REACH
    if state == "cap":
        return False
    follows = bracket_after(text, amount.end)
    named_after = any(not m.bare for m in fiscal_marks(follows)) and not _ENACTED.match(follows)
    # a Western year alone stands before targets and results as well
    named_before = (state is None and bool(_DIRECT.search(lead))) or any(
        m.end == amount.start and not (m.western and m.bare) for m in marks
    )
    return named_after or named_before or bool(_EARMARKED.match(after))


def is_difference(lead: str, after: str) -> bool:
    """Whether a sum is what was added to that of the year before or taken away, by the words before
    and behind it: 対前年度▲2億円, 前年度から2億円増.
    """
    return bool(_DIFFERENCE.search(lead) or _DIFFERENCE_AFTER.match(after))


def _is_previous_year(text: str, before: _Reading, amount: Sum) -> bool:
    """A sum that is told as that of the year before, or a bracket with nothing but a sum, right
    after a budget, which is the year before by the custom of budget papers.
    """
    opening = text[before.end : amount.start]
    if _YEAR_BEFORE.search(opening) and len(opening) <= _REACH:
        return True
    closing = text[amount.end : amount.end + 1]
    return bool(_PREVIOUS_YEAR.fullmatch(opening)) and closing in (")", "]", "】")


def _is_told_first(text: str, amount: Sum) -> bool:
    """A sum that is told as that of the year before, ahead of this year's."""
    return bool(_YEAR_BEFORE.search(text, max(0, amount.start - _REACH), amount.start))


def _unread_year(text: str, before: _Reading | None, amount: Sum) -> str:
    """The fiscal year of a sum as printed, where it is none that can be read; else nothing."""
    start = max(before.end if before else 0, amount.start - _REACH)
    for words in (text[start : amount.end], bracket_after(text, amount.end)):
        unread, read = unread_years(words), fiscal_marks(words)
        if unread and (not read or unread[-1][0] > read[-1].start):
            return words[slice(*unread[-1])]
    return ""


# --- what a budget's words say --------------------------------------------------------------------


def _read(
    compact: Compact, marks: list[FiscalMark], before: _Reading | None, amount: Sum, least: int
) -> _Reading:
    """The budget of a sum; the words before it begin at `least`, if not later."""
    text = compact.text
    lead_start = max(
        before.end if before else least, text.rfind("。", 0, amount.start) + 1, amount.start - 120
    )
    lead, after = text[lead_start : amount.start], text[amount.end :]
    marks_of_sum = _own_marks(
        text, [m for m in marks if lead_start <= m.start and m.end <= amount.start]
    )
    if not marks_of_sum and (follows := bracket_after(text, amount.end)):
        marks_of_sum = _marks_of_the_whole(follows, amount.yen)
    inherited = (
        before.budget if before and not marks_of_sum and not BUDGET_HEADING.search(lead) else None
    )
    part_of = _is_part(text, amount)
    kind = (
        _kind(marks_of_sum, inherited, lead, after)
        if not _is_another_years(text, before, amount, marks_of_sum)
        else None
    )
    budget = Budget(
        fiscal=_fiscal(marks_of_sum, kind) or (inherited.fiscal if inherited else None),
        year=_year(marks_of_sum) or (inherited.year if inherited else None),
        kind=kind,
        proposed=any(m.proposed for m in marks_of_sum)
        or bool(_DRAFT.search(lead) or _REQUESTED.search(lead))
        or bool(inherited and inherited.proposed),
        yen=amount.yen,
        part_of=part_of,
        pot=pot(compact, lead_start, amount.start, amount.end) if part_of else None,
        line=compact.line_at(amount.start),
    )
    return _Reading(budget, amount.start, _end_with_its_bracket(text, amount.end))


def _fiscal(marks_of_sum: list[FiscalMark], kind: str | None) -> str:
    """The marks in their one form; a year alone takes the kind that the words around it name."""
    printed = "+".join(dict.fromkeys(m.canonical for m in marks_of_sum))
    if kind in ("initial", None, "supplementary") and not any(m.names_kind for m in marks_of_sum):
        named = {"supplementary": "補正", "initial": "当初"}.get(kind or "", "年度")
        return printed.replace("当初", named)
    return printed


def _end_with_its_bracket(text: str, at: int) -> int:
    """Past the bracket that only says of which year the sum is, so that the next sum does not take
    the year for its own.
    """
    follows = bracket_after(text, at)
    only_a_year = bool(fiscal_marks(follows)) and not yen_amounts(follows)
    return text.index(follows, at) + len(follows) + 1 if only_a_year else at


def _kind(
    marks_of_sum: list[FiscalMark], inherited: Budget | None, lead: str, after: str
) -> str | None:
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
    follows = bracket_after(after, 0)
    of_the_sum = follows if not yen_amounts(follows) else ""
    named = _KIND_NAMED.findall(f"{lead[-_REACH:]}\n{of_the_sum}")
    if named and all(m.bare for m in marks_of_sum):
        return "supplementary" if named[-1].startswith("補正") else "initial"
    kinds = {m.kind if m.names_kind or _DRAFT.search(lead) else None for m in marks_of_sum}
    if len(kinds) > 1:
        return None  # one sum over both: neither kind
    if kinds:
        return kinds.pop()
    return inherited.kind if inherited and inherited.kind in ("initial", "supplementary") else None


def _is_another_years(
    text: str, before: _Reading | None, amount: Sum, marks_of_sum: list[FiscalMark]
) -> bool:
    """A bracket with a year alone behind a supplementary budget (R6補正 3億円（R5年度 2億円）) does
    not say of which kind its sum is.
    """
    if before is None or before.budget.kind != "supplementary":
        return False
    between = text[before.end : amount.start]
    in_bracket = between.startswith("(") and ")" not in between
    return in_bracket and bool(marks_of_sum) and all(m.bare for m in marks_of_sum)


def _own_marks(text: str, marks: list[FiscalMark]) -> list[FiscalMark]:
    """The last mark of the lead, and those before it that are only joined to it (R6補正+R7当初)."""
    marks_of_sum = marks[-1:]
    for earlier, later in reversed(list(pairwise(marks))):
        if not _JOINED.fullmatch(text[earlier.end : later.start]):
            break
        marks_of_sum.insert(0, earlier)
    return marks_of_sum


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
    if PART_OF.match(text, amount.end) or _PART_LOOSELY.match(text, amount.end):
        return True
    if _PART_BEFORE.search(text, max(0, amount.start - 4), amount.start):
        return True
    later = next(iter(yen_amounts(text[amount.end : amount.end + 40])), None)
    if later is None:
        return False
    between = text[amount.end : amount.end + later.start]
    in_one_row = (
        _COORDINATE.fullmatch(between)
        and not fiscal_marks(between)
        and not _BUDGET_WORD.search(between)
    )
    return bool(in_one_row and PART_OF.match(text, amount.end + later.end))


# --- the page's budgets together ------------------------------------------------------------------


def _with_previous(reading: _Reading, yen: int) -> _Reading:
    return replace(reading, budget=reading.budget.model_copy(update={"previous_yen": yen}))


def _with_earlier_years(text: str, readings: list[_Reading]) -> list[_Reading]:
    """A bracket that names the year before and its sum gives a budget of its own; the later year
    points to it as well.
    """
    result = list(readings)
    for i, (reading, in_bracket) in enumerate(pairwise(readings)):
        budget, earlier = reading.budget, in_bracket.budget
        between = text[reading.end : in_bracket.start]
        if (
            budget.year
            and earlier.year == budget.year - 1
            and (earlier.kind or budget.kind) == (budget.kind or earlier.kind)
            and {budget.kind, earlier.kind} <= {None, "initial", "supplementary"}
            and (budget.kind or earlier.kind != "supplementary")
            and _BRACKET_OPENS.match(between)
            and not _BRACKET_CLOSES.search(between)
        ):
            result[i] = _with_previous(reading, earlier.yen)
    return result


def _with_shares(text: str, readings: list[_Reading]) -> list[_Reading]:
    """A sum whose bracket names the larger sum that it is a part of (4億円（9億円の内数）) is a
    share of that one.
    """
    result = list(readings)
    for i, (share, pot_sum) in enumerate(pairwise(readings)):
        if (
            _BRACKET.fullmatch(text[share.end : pot_sum.start])
            and pot_sum.budget.part_of
            and not share.budget.part_of
            and share.budget.yen <= pot_sum.budget.yen
        ):
            result[i] = replace(share, budget=share.budget.model_copy(update={"share": True}))
    return result


def _distinct(text: str, readings: list[_Reading]) -> list[Budget]:
    """Without the sums that the page prints a second time; two equal sums that it adds up (A＋A)
    are two.
    """
    kept: list[_Reading] = []
    for i, new in enumerate(readings):
        added = (
            i > 0
            and _ADDED.search(text[readings[i - 1].end : new.start])
            and readings[i - 1].budget.yen == new.budget.yen
        )
        if added or not any(_same_sum(old.budget, new.budget) for old in kept):
            kept.append(new)
    return [f.budget for f in kept]


def _same_sum(a: Budget, b: Budget) -> bool:
    """The same yen, and nothing that one says of year or pot gainsays the other."""
    one_year = a.year is not None and a.year == b.year and None in (a.kind, b.kind)
    fiscal = (a.fiscal, a.fiscal) if one_year else (a.fiscal, b.fiscal)
    agree = all(x == y or None in (x, y) for x, y in (fiscal, (a.pot, b.pot)))
    return (a.yen, a.part_of) == (b.yen, b.part_of) and agree


def _refuse_heading(page: Page, compact: Compact) -> None:
    """The first heading of budgets, on a page on which no sum of one can be read."""
    headings = [o for o in compact.openings if _ANNOUNCED.match(compact.text, o)]
    if headings:
        line = compact.line_at(min(headings))
        page.refuse(line, "a budget is announced, but no sum of it can be read")
