"""What was done, cut at its ○ headings: each names a measure, with the ministries of its own and
the budgets in brackets behind it.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from loaders.catalogue.records import Budget
from loaders.documents.pillars_2022.entries import Offices, offices
from loaders.documents.pillars_2022.line_kinds import Kind, Part
from loaders.text.amounts import Amount, yen_amounts
from loaders.text.fiscal import fiscal_marks
from loaders.text.lines import Flow, Line, plain
from loaders.text.page import Page, Problem
from loaders.vocabulary.ministries import ministries

_CIRCLE = re.compile(r"^[○〇◯]\s*")
_OWN = re.compile(r"\[([^\[\]]{2,40})\]\s*$")
_AGAIN = r"\s*(?:[(]再掲[)])?\s*"
_BRACKETS = re.compile(rf"(?:{_AGAIN}【[^】]*】{_AGAIN})+")
_ONE_BRACKET = re.compile(r"【(?P<inside>[^】]*)】")
_PART_OF = re.compile(r"\s*の\s*(?:一部\s*)?内数")
_PART_OF_ALL = re.compile(r"[)]\s*の\s*(?:一部\s*)?内数\s*$")
_RESERVE = re.compile(r"(?P<era>令和|平成)(?P<year>元|\d{1,2})年度予備費")
_GRANT = re.compile(r"交付金$")
_TITLE_LINES = 8  # printed lines over which a name may be wrapped


@dataclass(frozen=True)
class Heading:
    """A measure under its ○: its name, the lines of the name, offices of its own (None: those of
    the entry), budgets, all its lines.

    `text`: the lines behind the name and its budgets (the name's where there are none behind).
    """

    title: str
    title_lines: tuple[int, ...]
    own: Offices | None
    budgets: tuple[Budget, ...]
    page: Page
    text: Page


def headings(
    document: str, done: Sequence[Part]
) -> tuple[list[Line], list[Heading], list[Problem]]:
    """The lines before the first heading, the headings, and what was not understood."""
    starts = [at for at, part in enumerate(done) if part.kind is Kind.CIRCLE]
    before = [part.line for part in done[: starts[0] if starts else len(done)]]
    found, problems = [], []
    for start, end in pairwise([*starts, len(done)]):
        heading, met = _heading(document, done[start:end])
        found.append(heading)
        problems += met
    return before, found, problems


def _heading(document: str, block: Sequence[Part]) -> tuple[Heading, list[Problem]]:
    lines = [part.line for part in block]
    size = _lines_of_title(block)
    name = Flow.of(lines[:size]).text
    behind = name.find("【")
    title = _CIRCLE.sub("", name if behind < 0 else name[:behind]).strip()
    own = None
    if match := _OWN.search(title):
        if ministries().find(match[1]):
            own = offices(match[1], [lines[size - 1].number])
            title = title[: match.start()].strip()
    sums, last, problems = _budgets(document, lines, title)
    text = [line for line in lines[size:] if line.number > last] or lines[:size]
    return (
        Heading(
            _as_printed(lines[:size], title),
            tuple(line.number for line in lines[:size]),
            own,
            tuple(sums),
            Page(document, tuple(lines)),
            Page(document, tuple(text)),
        ),
        problems,
    )


def _lines_of_title(block: Sequence[Part]) -> int:
    """Over how many lines the name runs: up to the bracket of a budget, a bullet, or the bracket of
    its own ministries.
    """
    for at, part in enumerate(block[:_TITLE_LINES]):
        text = part.line.plain
        if at and (part.kind is Kind.BULLET or text.startswith("【")):
            return at
        if "【" in text or _OWN.search(Flow.of([p.line for p in block[: at + 1]]).text):
            return at + 1
    return (
        len(block)
        if len(block) <= _TITLE_LINES and not any("。" in p.line.plain for p in block)
        else 1
    )


def _as_printed(lines: Sequence[Line], title: str) -> str:
    """The name with the characters that are printed (full width stays full width), where folding
    only changed characters one for one.
    """
    printed = (
        _CIRCLE.sub("", "".join(line.text.strip() for line in lines))
        .partition("【")[0][: len(title)]
        .strip()
    )
    return printed if len(plain(printed)) == len(title) else title


# --- budgets --------------------------------------------------------------------------------------


def _budgets(
    document: str, lines: Sequence[Line], title: str
) -> tuple[list[Budget], int, list[Problem]]:
    """The sums in the brackets right behind the name, each with its year, in yen, and the brackets'
    last line (0: none).

    A later figure in round brackets is a budget too.
    """
    flow = Flow.of(lines)
    opened = flow.text.find("【")
    brackets = _BRACKETS.match(flow.text, opened) if opened >= 0 else None
    if brackets is None or not _right_behind(flow.text[:opened], title):
        return [], 0, []
    found: list[Budget] = []
    problems: list[Problem] = []
    for bracket in _ONE_BRACKET.finditer(flow.text, opened, brackets.end()):
        sums = _in_bracket(flow, bracket, title)
        if not sums:
            problems.append(
                Problem(
                    document,
                    flow.line_at(bracket.start()),
                    f"no sum can be read in the bracket behind 「{title}」",
                )
            )
        found += sums
    return found, flow.line_at(brackets.end() - 1), problems


def _right_behind(before: str, title: str) -> bool:
    return (
        len(re.sub(r"\s|\[[^\[\]]*\]", "", _CIRCLE.sub("", before)))
        <= len(re.sub(r"\s", "", title)) + 1
    )


def _in_bracket(flow: Flow, bracket: re.Match[str], title: str) -> list[Budget]:
    inside, offset = bracket["inside"], bracket.start("inside")
    whole = bool(_PART_OF_ALL.search(inside))
    found: list[Budget] = []
    end = 0
    for amount in yen_amounts(inside):
        lead = inside[end : amount.start]
        part_of = whole or bool(_PART_OF.match(inside, amount.end))
        found.append(
            _budget(
                lead,
                amount,
                part_of,
                title if part_of and _GRANT.search(title) else None,
                flow.line_at(offset + amount.start),
            )
        )
        end = amount.end
    return _with_previous(found)


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
        fiscal=mark.canonical if mark else None,
        year=mark.year if mark else None,
        kind=mark.kind if mark else None,
        proposed=bool(mark and mark.proposed),
        yen=amount.yen,
        part_of=part_of,
        pot=pot,
        line=line,
    )


def _with_previous(found: list[Budget]) -> list[Budget]:
    """The regular budget of a year points to that of the year before, which is printed
    behind it.
    """
    result = list(found)
    for at, (now, then) in enumerate(pairwise(found)):
        if now.kind == then.kind == "initial" and now.year and then.year == now.year - 1:
            result[at] = now.model_copy(update={"previous_yen": then.yen})
    return result
