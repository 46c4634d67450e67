"""The budget line of a measure: 【令和５年度当初予算：1.5億円、令和４年度補正予算：3億円の内数】,
and the notes that name a larger sum.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from graph.language.numerals import number
from loaders.catalogue.records import Budget
from loaders.documents.followup_2024.titles import years
from loaders.facts.budgets import is_difference
from loaders.text.amounts import unread_amounts, yen_amounts
from loaders.text.compact import Compact
from loaders.text.eras import western_year
from loaders.text.fiscal import FiscalMark, fiscal_marks, unread_years
from loaders.text.page import Page

_LINE = re.compile(r"【([^【】]*)】")
_PART = re.compile(r"\)?(?:程度)?\(?の内数")
_NO_SUM = re.compile(r"制度要求|内数|事項要求|未定|税制")
_SEVERAL_YEARS = re.compile(r"国庫債務負担")
_FUND = re.compile(r"基金")
_BEHIND = re.compile(r"^(?:の内数)?\(")
_ASKED = re.compile(r"要求|予算額?\(?案")
_POT = re.compile(r"[^、。:()「」※\d]{2,60}(?:交付金|補助金|助成金|基金|事業費?|出資金)")
_GRANT = re.compile(r"運営費?交付金(?:事業)?$")
_MONEY = r"(?:\d[\d,.]*[兆億万千百]+)+円"
_NOTE = re.compile(
    rf"「(?P<pot>[^「」]{{4,60}})」\((?P<sum>{_MONEY})\)の内数|予算として、?(?P<added>{_MONEY})を"
)


@dataclass(frozen=True)
class _Sum:
    """A sum of a budget bracket."""

    yen: int
    """The sum in yen."""
    start: int
    """Where it begins in the compact text."""
    end: int
    """Where it ends there."""


def budget_line(page: Page, title: str, mark: str | None) -> list[Budget]:
    """One budget a sum of the measure's budget brackets, in yen, then those of the notes; a bracket
    whose sum cannot be read is refused on the page.

    A sum without a year of its own takes that of the heading's fiscal mark, where the mark names
    one. A sum of the year before, in a bracket behind this year's, is a budget of its own, and this
    year's `previous_yen`.
    """
    compact = Compact.of(page)
    budgets: list[Budget] = []
    for match in _LINE.finditer(compact.text):
        marks = fiscal_marks(match[1])
        sums = _sums(page, compact, match.start(1), match.end(1))
        if sums and (unread := unread_years(match[1])):
            year = match[1][slice(*unread[0])]
            line = compact.line_at(match.start())
            page.refuse(line, f"a budget of a fiscal year that cannot be read: {year}")
            continue
        if marks or (sums and "予算" in match[1]) or (sums and _SEVERAL_YEARS.search(match[1])):
            budgets += _of_line(compact, match.start(1), sums, title, mark)
        if marks and not sums and not _NO_SUM.search(match[1]):
            line = compact.line_at(match.start())
            page.refuse(line, "a budget is announced, but no sum of it can be read")
    notes = _notes(compact)
    return [*(_as_share(budget, notes) for budget in budgets), *notes]


def _sums(page: Page, compact: Compact, start: int, end: int) -> list[_Sum]:
    """The sums of a bracket, in which 億 alone is money; those that cannot be read are refused,
    and a difference to the year before is none.
    """
    inside = compact.text[start:end]
    for unread in unread_amounts(inside, bare=True):
        line = compact.line_at(start + unread.start)
        page.refuse(line, f"a sum that cannot be read: {unread.printed}")
    sums: list[_Sum] = []
    at = 0
    for amount in yen_amounts(inside, bare=True):
        lead, at = inside[at : amount.start], amount.end
        if not is_difference(lead, inside[at:] if sums else ""):
            sums.append(_Sum(amount.yen, start + amount.start, start + amount.end))
    return sums


def _of_line(
    compact: Compact, start: int, sums: list[_Sum], title: str, heading_mark: str | None
) -> list[Budget]:
    budgets: list[Budget] = []
    at = start
    last_mark: FiscalMark | None = None
    for amount in sums:
        lead = compact.text[at : amount.start]
        marks = fiscal_marks(lead)
        last_mark = marks[-1] if marks else last_mark
        budget = _budget(compact, lead, marks, last_mark, amount, title, heading_mark)
        budgets = [_with_previous(b, budget) for b in budgets] if _BEHIND.match(lead) else budgets
        budgets.append(budget)
        at = amount.end
    return budgets


def _with_previous(now: Budget, then: Budget) -> Budget:
    """This year's budget with the sum of the year before that stands behind it in brackets."""
    is_previous = then.kind == now.kind and then.year and now.year == then.year + 1
    return now.model_copy(update={"previous_yen": then.yen}) if is_previous else now


def _budget(
    compact: Compact,
    lead: str,
    marks: list[FiscalMark],
    fiscal_mark: FiscalMark | None,
    amount: _Sum,
    title: str,
    heading_mark: str | None,
) -> Budget:
    several = bool(_SEVERAL_YEARS.search(lead))
    part_of = bool(_PART.match(compact.text, amount.end))
    fiscal, year, kind = _year(lead, fiscal_mark, None if several else heading_mark)
    return Budget(
        fiscal=fiscal,
        year=year,
        kind="multi_year_total" if several else "fund_total" if _FUND.search(lead) else kind,
        proposed=bool(_ASKED.search(lead))
        or bool(fiscal_mark and not marks and fiscal_mark.proposed),
        yen=amount.yen,
        part_of=part_of,
        pot=_pot(lead, marks, title) if part_of else None,
        line=compact.line_at(amount.start),
    )


def _year(
    lead: str, mark: FiscalMark | None, heading_mark: str | None
) -> tuple[str | None, int | None, str | None]:
    """Fiscal mark, year and kind of a sum: of its own words, else of the heading."""
    if mark is not None:
        if mark.bare and "補正" in lead:  # 令和６年度〈name of the grant〉補正予算
            return mark.canonical.replace("当初", "補正"), mark.year, "supplementary"
        if "当初" in lead:  # 令和６年度〈name of the grant〉当初予算
            return mark.canonical, mark.year, mark.kind
        return mark.as_printed, mark.year, mark.printed_kind
    named = years(heading_mark)
    if len(named) != 1:
        return None, None, None
    [fiscal] = named
    return (
        fiscal,
        western_year(fiscal[0], re.sub(r"\D", "", fiscal)),
        "supplementary" if fiscal.endswith("補正") else "initial",
    )


def _pot(lead: str, marks: list[FiscalMark], title: str) -> str | None:
    """The larger sum's name: between the year and the sum, else the measure's own where that is a
    grant (運営費交付金).
    """
    words = lead[marks[-1].end :] if marks else lead
    if named := _POT.search(re.sub(r"(?:当初|補正)?予算(?:額|案)*:", "", words)):
        return named.group()
    return title if _GRANT.search(title) else None


def _as_share(budget: Budget, notes: list[Budget]) -> Budget:
    """The measure's own sum, where a note says that it is entered as a part of a larger one of the
    same year and kind.
    """
    within = any(
        note.part_of
        and (note.year, note.kind) == (budget.year, budget.kind)
        and note.yen >= budget.yen
        for note in notes
    )
    return budget.model_copy(update={"share": True}) if within and not budget.part_of else budget


def _notes(compact: Compact) -> list[Budget]:
    """※本事業は、令和…補正予算において、「…」（…億円）の内数: a part of a sum that has a name; and
    「令和…補正予算として、…億円を」.
    """
    budgets = []
    for match in _NOTE.finditer(compact.text):
        begin = max(compact.text.rfind(c, 0, match.start()) for c in "。※⚫】") + 1
        marks = fiscal_marks(compact.text[begin : match.end()])
        value = number((match["sum"] or match["added"]).rstrip("円"))
        if marks and value is not None:
            mark, part_of = marks[-1], match["pot"] is not None
            budgets.append(
                Budget(
                    fiscal=mark.canonical,
                    year=mark.year,
                    kind=mark.kind,
                    proposed=mark.proposed,
                    yen=round(value),
                    part_of=part_of,
                    pot=match["pot"],
                    line=compact.line_at(match.start("sum" if part_of else "added")),
                )
            )
    return budgets
