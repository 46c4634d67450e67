"""The numbers that an applicant has to meet: capital, employees, sales, investment,
wages, years …
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from graph.language.numerals import is_cut_off, number
from loaders.catalogue.records import Threshold
from loaders.facts.blocks import with_blocks
from loaders.facts.bounds import BOUND, OPPOSITE, Op, op
from loaders.facts.cases import case_in_bracket
from loaders.facts.columns import with_columns
from loaders.facts.headed import with_headings
from loaders.facts.parts import with_parts
from loaders.facts.prose import running_text
from loaders.facts.scopes import of_size_classes
from loaders.facts.size_tests import size_tests
from loaders.facts.subjects import counted
from loaders.facts.whose import whose
from loaders.text.amounts import yen_amounts
from loaders.text.compact import Compact
from loaders.text.page import Page
from loaders.vocabulary.patterns import patterns

Of = Literal[
    "employees", "capital", "sales", "investment", "wage", "energy", "age", "years", "other"
]

_PATTERNS = patterns(__file__, bound=BOUND.pattern)
# the quantity by the last of these words before the number; money, people and time fall back on
# their unit
_SUBJECTS: tuple[tuple[Of, re.Pattern[str]], ...] = (
    ("capital", _PATTERNS["capital"]),
    ("employees", _PATTERNS["employees"]),
    ("sales", _PATTERNS["sales"]),
    ("investment", _PATTERNS["investment"]),
    ("energy", _PATTERNS["energy"]),
    ("wage", _PATTERNS["wage"]),
    ("age", _PATTERNS["age"]),
    ("years", _PATTERNS["years"]),
    ("other", _PATTERNS["other_subject"]),
)
_MEASURE = _PATTERNS["measure"]
_LONGEST = _PATTERNS["longest"]
_TERM = _PATTERNS["term"]
_WITHIN = _PATTERNS["within"]
_SPAN_FROM = _PATTERNS["span_from"]
_FLOOR = _PATTERNS["floor"]
_OVER_LEVEL = _PATTERNS["over_level"]
_FIRST_STEP = _PATTERNS["first_step"]
_GOAL_RATE = _PATTERNS["goal_rate"]

_CONDITION = _PATTERNS["condition"]
_HEADED = _PATTERNS["headed"]
_HEADS_OF_A_CLASS = _PATTERNS["heads_of_a_class"]
_HEADS = _PATTERNS["heads"]
_RUNNING_ON = _PATTERNS["running_on"]
_AIM = _PATTERNS["aim"]
_STANDARD = _PATTERNS["standard"]
_AMOUNT_ONLY = _PATTERNS["amount_only"]
_DUTY = _PATTERNS["duty"]
_DEADLINE = _PATTERNS["deadline"]
_BAND = _PATTERNS["band"]
_STOP = _PATTERNS["stop"]
_NOT = _PATTERNS["not"]
_OF_TIME = _PATTERNS["unit_of_time"]
_OF_AGE = _PATTERNS["unit_of_age"]
_OF_PEOPLE = _PATTERNS["unit_of_people"]
_OF_MONEY = _PATTERNS["unit_of_money"]
_OF_ENERGY = _PATTERNS["unit_of_energy"]
_SPENT_ON = _PATTERNS["spent_on"]
_FRAME = _PATTERNS["frame"]
_FRAME_BEHIND = _PATTERNS["frame_behind"]
_FRAME_BEFORE = _PATTERNS["frame_before"]
_SECTORS = _PATTERNS["sectors"]
_JOINED = _PATTERNS["joined"]
_OTHERS = _PATTERNS["others"]
_ONLY_THEN = _PATTERNS["only_then"]
_NAMED_BEFORE = 60  # so many characters before a number its sectors may stand


@dataclass(frozen=True)
class _Hit:
    """A number with its bound in a statement."""

    match: re.Match[str]
    """The number where it stands, with the groups `number` and `unit`."""
    op: Op
    """How what is counted must compare with the number."""


def thresholds(page: Page) -> list[Threshold]:
    """The conditions for applying that have a number: money in yen, all else in the printed unit.
    One record an `of`, amount and scope.

    Left out: aims and results, and what only raises or limits the support.
    """
    compact = Compact.of(page)
    read: list[tuple[Threshold, int]] = []
    heading = ""
    for flow in running_text(page):
        headed = bool(_HEADED.search(heading) or _HEADS.match(flow.text))
        industry: tuple[str | None, int] = (None, 0)
        for hit in _hits(flow.text, headed):
            line = flow.line_at(hit.match.start("number"))
            record = _record(flow.text, hit, line)
            if record is None:
                page.refuse(line, f"a threshold whose number cannot be read: {hit.match.group()}")
                continue
            industry = _industry(flow.text, hit.match, *industry), hit.match.end()
            record = record.model_copy(update={"industry": industry[0]})
            at = _offset(compact, line, hit.match["number"])
            end = at + len("".join(flow.text[hit.match.start("number") : hit.match.end()].split()))
            record = whose(compact, at, end).applied_to(record)
            if not (record.size_class or record.industry or record.band):
                record = record.model_copy(update={"band": case_in_bracket(compact.text, at)})
            read.append((record, at))
        if len(flow.text) < 24 and not _RUNNING_ON.search(flow.text):
            heading = flow.text
    parts = with_parts(compact, read)
    under = with_headings(compact, [(one, at) for one, (_, at) in zip(parts, read, strict=True)])
    framed = with_blocks(page, with_columns(page, under))
    return _distinct(of_size_classes(framed, size_tests(page)))


def _distinct(read: Sequence[Threshold]) -> list[Threshold]:
    """Each condition once, where it is told first; one told again without a scope is the same."""
    kept: list[Threshold] = []
    for new in read:
        scope = new.frame, new.size_class, new.industry
        if not any(
            (old.of, old.amount, old.op) == (new.of, new.amount, new.op)
            and scope in ((old.frame, old.size_class, old.industry), (None, None, None))
            and _may_be_one(old.name, new.name)
            for old in kept
        ):
            kept.append(new)
    return kept


def _may_be_one(name: str | None, other: str | None) -> bool:
    """Whether two names may be of one quantity: one says what the other ends with, or nothing."""
    return not name or not other or name.endswith(other) or other.endswith(name)


def _offset(compact: Compact, line: int, number: str) -> int:
    """The offset in the compact text of a number on a line."""
    start = next((o for o in sorted(compact.openings) if compact.line_at(o) == line), 0)
    return max(start, compact.text.find("".join(number.split()), start))


def _industry(text: str, match: re.Match[str], before: str | None, end: int) -> str | None:
    """The sectors for which a number holds: named right before it, those of the number before that
    it is joined to, or all but those of the bracket behind it.
    """
    start = match.start("number")
    if named := _SECTORS.search(text, max(0, start - _NAMED_BEFORE), start):
        return named["industry"].strip("・、")
    if before and _JOINED.fullmatch(text, end, start):
        return before
    others = _OTHERS.match(text, match.end())
    return f"{others['industry']}以外" if others else None


def _hits(text: str, headed: bool) -> list[_Hit]:
    hits = [
        _Hit(m, _op(m["bound"], text[m.end() :]))
        for m in _MEASURE.finditer(text)
        if _is_condition(text, m, headed) and (m["unit"] or _lacks_yen(text, m))
    ]
    hits += [
        _Hit(m, "<=")
        for m in _LONGEST.finditer(text)
        if _TERM.search(text[max(0, m.start() - 80) : m.start()])
    ]
    hits += [_Hit(m, "<=") for m in _WITHIN.finditer(text)]
    hits += [
        _Hit(m, ">=")
        for m in _SPAN_FROM.finditer(text)
        if any(h.match.start() == m.end() for h in hits)
    ]
    hits += [_Hit(m, ">=") for pattern in (_FLOOR, _FIRST_STEP) for m in pattern.finditer(text)]
    hits += [
        _Hit(m, ">=")
        for pattern in (_OVER_LEVEL, _GOAL_RATE)
        for m in pattern.finditer(text)
        if not _AMOUNT_ONLY.search(_clause(text, m)[0])
    ]
    return sorted(hits, key=lambda hit: hit.match.start())


def _lacks_yen(text: str, match: re.Match[str]) -> bool:
    """Whether a number without a unit (資本金3億以下) can only be a sum."""
    return _of(text[: match.start("number")], "円") in ("capital", "sales", "investment")


def _is_condition(text: str, match: re.Match[str], headed: bool) -> bool:
    before, after = _clause(text, match)
    if _AMOUNT_ONLY.search(before[-40:]) or _AMOUNT_ONLY.search(after[:12]):
        return False
    if any(p.match(after) for p in (_BAND, _DEADLINE, _ONLY_THEN)) or _DUTY.search(after):
        return False
    if _AIM.search(before + match.group() + after) and not _STANDARD.search(after):
        return False
    return headed or bool(
        _CONDITION.search(match.group() + after) or _CONDITION.search(before[-30:])
    )


def _clause(text: str, match: re.Match[str]) -> tuple[str, str]:
    """What stands before and after the number in its sentence."""
    starts = [stop.end() for stop in _STOP.finditer(text, 0, match.start())]
    stop = _STOP.search(text, match.end())
    return (
        text[starts[-1] if starts else 0 : match.start()],
        text[match.end() : stop.start() if stop else len(text)],
    )


def _op(bound: str, after: str) -> Op:
    sign = op(bound)
    return OPPOSITE[sign] if _NOT.match(after) else sign


def _record(text: str, hit: _Hit, line: int) -> Threshold | None:
    """The condition; None where its number cannot be read."""
    unit = hit.match["unit"] or "円"
    amount = _amount(text, hit.match)
    if amount is None:
        return None
    at = hit.match.start("number")
    frame = (
        _FRAME_BEHIND.match(text, hit.match.end())
        or _FRAME_BEFORE.search(text, max(0, at - _NAMED_BEFORE), at)
        or _FRAME.match(text)
    )
    of = _of(text[: hit.match.start("number")], unit)
    if of == "other" and (spent_on := _SPENT_ON.match(text, hit.match.end())):
        of = "investment" if spent_on["investment"] else "sales"
    return Threshold(
        of=of,
        name=counted(text, at, hit.match.end(), unit) if of == "other" else None,
        op=hit.op,
        amount=amount,
        unit=unit,
        frame=frame["frame"] if frame else None,
        line=line,
    )


def _amount(text: str, match: re.Match[str]) -> float | None:
    start, end = match.start("number"), match.end("unit")
    if match["unit"] == "円":
        return next(
            (float(a.yen) for a in yen_amounts(text) if a.start <= start < a.end == end), None
        )
    says_no_yen = not match["unit"] and match["number"][0] != "¥" and match["number"][-1].isdigit()
    if says_no_yen or is_cut_off(text, start):
        return None
    return number(match["number"].removeprefix("¥"))


def _of(before: str, unit: str) -> Of:
    """What is counted: the nearest word that names a quantity, if the unit fits it."""
    people = _OF_PEOPLE.fullmatch(unit)
    reach = 90 if people else 40  # head counts stand in lists by trade, far behind their 従業員数
    near = before[max(before.rfind("。"), len(before) - reach, 0) :]
    named = [(word.end(), of) for of, pattern in _SUBJECTS for word in pattern.finditer(near)]
    of = max(named)[1] if named else "other"
    if _OF_TIME.fullmatch(unit):
        return "age" if of == "age" else "years"
    if people:
        heads = any(of == "employees" for _, of in named) or _HEADS_OF_A_CLASS.search(near)
        return "employees" if heads else "other"
    if _OF_MONEY.fullmatch(unit):
        return of if of in ("capital", "sales", "investment", "wage") else "other"
    if _OF_ENERGY.fullmatch(unit):
        return "energy" if of == "energy" else "other"
    return "age" if _OF_AGE.fullmatch(unit) else "other"
