"""The budgets of a measure: the sums in the brackets right behind its name."""

from __future__ import annotations

import re
from itertools import pairwise

from loaders.catalogue.records import Budget
from loaders.facts.budgets import is_difference
from loaders.text.amounts import Amount, unread_amounts, yen_amounts
from loaders.text.fiscal import fiscal_marks, unread_years
from loaders.text.lines import Flow
from loaders.text.page import Page

CIRCLE = re.compile(r"^[○〇◯]\s*")  # what a heading begins with
_AGAIN = r"\s*(?:[(]再掲[)])?\s*"
_BRACKETS = re.compile(rf"(?:{_AGAIN}【[^】]*】{_AGAIN})+")
_ONE_BRACKET = re.compile(r"【(?P<inside>[^】]*)】")
_PART_OF = re.compile(r"\s*の\s*(?:一部\s*)?内数")
_PART_OF_ALL = re.compile(r"[)]\s*の\s*(?:一部\s*)?内数\s*$")
_RESERVE = re.compile(r"(?P<era>令和|平成)(?P<year>元|\d{1,2})年度予備費")
_GRANT = re.compile(r"交付金$")


def budgets_behind(page: Page, title: str) -> tuple[list[Budget], int]:
    """The sums in the brackets right behind the name, each with its year, in yen, and the brackets'
    last line (0: none). A bracket in which no sum can be read is refused on the page.

    A later figure in round brackets is a budget too.
    """
    flow = Flow.of(page.lines)
    opened = flow.text.find("【")
    brackets = _BRACKETS.match(flow.text, opened) if opened >= 0 else None
    if brackets is None or not _right_behind(flow.text[:opened], title):
        return [], 0
    budgets: list[Budget] = []
    for bracket in _ONE_BRACKET.finditer(flow.text, opened, brackets.end()):
        sums = _in_bracket(flow, bracket, title)
        unread = unread_amounts(bracket["inside"])
        for amount in unread:
            line = flow.line_at(bracket.start("inside") + amount.start)
            page.refuse(line, f"a sum that cannot be read: {amount.printed}")
        unread_year = unread_years(inside := re.sub(r"\s", "", bracket["inside"]))
        if not sums and not unread:
            line = flow.line_at(bracket.start())
            page.refuse(line, f"no sum can be read in the bracket behind 「{title}」")
        elif unread_year:
            year, sums = inside[slice(*unread_year[0])], []
            line = flow.line_at(bracket.start())
            page.refuse(line, f"a budget of a fiscal year that cannot be read: {year}")
        budgets += sums
    return budgets, flow.line_at(brackets.end() - 1)


def _right_behind(before: str, title: str) -> bool:
    return (
        len(re.sub(r"\s|\[[^\[\]]*\]", "", CIRCLE.sub("", before)))
        <= len(re.sub(r"\s", "", title)) + 1
    )


def _in_bracket(flow: Flow, bracket: re.Match[str], title: str) -> list[Budget]:
    inside, offset = bracket["inside"], bracket.start("inside")
    all_of_it = bool(_PART_OF_ALL.search(inside))
    budgets: list[Budget] = []
    end = 0
    for amount in yen_amounts(inside):
        lead = inside[end : amount.start]
        if is_difference(re.sub(r"\s", "", lead), inside[amount.end :] if budgets else ""):
            end = amount.end
            continue
        part_of = all_of_it or bool(_PART_OF.match(inside, amount.end))
        budgets.append(
            _budget(
                lead,
                amount,
                part_of,
                title if part_of and _GRANT.search(title) else None,
                flow.line_at(offset + amount.start),
            )
        )
        end = amount.end
    return _with_previous(budgets)


def _budget(lead: str, amount: Amount, part_of: bool, pot: str | None, line: int) -> Budget:
    lead = re.sub(r"\s", "", lead)
    mark = next(iter(fiscal_marks(lead)[-1:]), None)
    if reserve := _RESERVE.search(lead):  # the reserve of the year is neither kind of budget
        return Budget(
            fiscal=f"{mark.canonical[:-2]}予備費" if mark else reserve.group(),
            year=mark.year if mark else None,
            kind=None,
            yen=amount.yen,
            part_of=part_of,
            pot=pot,
            line=line,
        )
    return Budget(
        fiscal=mark.as_printed if mark else None,
        year=mark.year if mark else None,
        kind=mark.printed_kind if mark else None,
        proposed=bool(mark and mark.proposed),
        yen=amount.yen,
        part_of=part_of,
        pot=pot,
        line=line,
    )


def _with_previous(budgets: list[Budget]) -> list[Budget]:
    """The regular budget of a year points to that of the year before, which is printed
    behind it.
    """
    result = list(budgets)
    for at, (now, then) in enumerate(pairwise(budgets)):
        regular = now.kind in (None, "initial") and then.kind in (None, "initial")
        if regular and now.year and then.year == now.year - 1:
            result[at] = now.model_copy(update={"previous_yen": then.yen})
    return result
