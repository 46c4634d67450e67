"""The upper limits that a page sets on what one applicant can get (補助上限, 交付上限額, 限度額,
最大…万円).
"""

from __future__ import annotations

import re

from graph.schema.size_classes import size_classes
from loaders.catalogue.records import Cap
from loaders.facts.beside import with_programme
from loaders.facts.blocks import with_blocks
from loaders.facts.bounds import HEAD_COUNT
from loaders.facts.cases import case_of, count_behind, raised, without_counts_behind
from loaders.facts.columns import with_columns
from loaders.facts.headed import with_headings
from loaders.facts.money import (
    BOUND,
    BULLET,
    CAP_LABEL,
    EVENT,
    FIRMS_OWN,
    PART_OF,
    Sum,
    refuse_unreadable,
    sums,
    topic,
)
from loaders.facts.noted import with_notes
from loaders.facts.parts import with_parts
from loaders.facts.rows import with_rows
from loaders.facts.whose import named, whose
from loaders.text.compact import Compact
from loaders.text.fiscal import FiscalMark, fiscal_marks
from loaders.text.glyphs import DOTS, ITEMS
from loaders.text.page import Page
from loaders.vocabulary.patterns import patterns

_SIZES = "|".join(size.short for size in size_classes())
_PATTERNS = patterns(__file__, size=_SIZES, head_count=HEAD_COUNT.pattern)
_UP_TO = _PATTERNS["up_to"]
_BELOW = _PATTERNS["below"]
_BOUND = _PATTERNS["bound"]
_LOWER_END = _PATTERNS["lower_end"]
_FORMULA = _PATTERNS["formula"]
_FLOOR = _PATTERNS["floor"]
_RAISE = _PATTERNS["raised_if"]
_FRAME_BEFORE = _PATTERNS["frame_before"]
_UNIT_COUNTED = _PATTERNS["unit_counted"]
_FRAME_AFTER = _PATTERNS["frame_after"]
_NO_FRAME = _PATTERNS["no_frame"]
_FRAME_ENDS = _PATTERNS["frame_ends"]
_ONLY = _PATTERNS["only"]
_FRAME_WORDS = _PATTERNS["frame_words"]
_NO_FRAME_WORDS = _PATTERNS["no_frame_words"]
_SIZED_CASE = _PATTERNS["sized_case"]
_BAND = _PATTERNS["band"]
_AMOUNT_WORD = _PATTERNS["amount_word"]
_IN_CASE = _PATTERNS["in_case"]
_NEXT_LIMIT_BEGINS = _PATTERNS["next_limit_begins"]
_SAME_FRAME = _PATTERNS["same_frame"]
_LABEL_BEGINS = _PATTERNS["label_begins"]
_LIMIT_WORD = _PATTERNS["limit_word"]
_COUNTED_BY = _PATTERNS["counted_by"]
_BRACKET = _PATTERNS["bracket"]
# characters between the label (or the limit before) and a sum that still belongs to it
_REACH = 32


def caps(page: Page) -> list[Cap]:
    """Every upper limit in yen, in the page's order; the same limit of the same frame once.

    `with_uplift` is said of a limit above one that the page gave before, where the words between
    the two name a condition.
    """
    compact = Compact.of(page)
    marks = fiscal_marks(compact.text)
    refuse_unreadable(page, compact, marks, "cap")
    read = with_columns(page, with_rows(page, [cap for cap, _ in caps_with_sums(compact)]))
    return _distinct(with_blocks(page, read))


def caps_with_sums(compact: Compact) -> list[tuple[Cap, Sum]]:
    """Every upper limit of the page with its sum, one told again as well."""
    marks = fiscal_marks(compact.text)
    limits: list[Sum] = []
    read: list[Cap] = []
    for amount in sums(compact):
        if _is_cap(compact, marks, limits, amount):
            cap = _read(compact, read, limits[-1].end if limits else 0, amount)
            read.append(with_programme(compact, cap, amount.start))
            limits.append(amount)
    starts = [amount.start for amount in limits]
    parts = with_parts(compact, list(zip(read, starts, strict=True)))
    framed = with_headings(compact, list(zip(parts, starts, strict=True)))
    spans = [(cap, s.start, s.end) for cap, s in zip(framed, limits, strict=True)]
    return list(zip(with_notes(compact, spans), limits, strict=True))


def _is_cap(compact: Compact, marks: list[FiscalMark], before: list[Sum], amount: Sum) -> bool:
    text, after = compact.text, compact.text[amount.end :]
    lead = text[max(0, amount.start - 60) : amount.start]
    if PART_OF.match(after) or _BOUND.match(after) or _FORMULA.search(lead) or _FLOOR.search(lead):
        return False
    if _LOWER_END.match(after):  # the lower end of a range (100万円~3,000万円)
        return False
    state, since = topic(compact, marks, amount.start)
    if state == "cap" and amount.start - since <= _REACH:
        return True
    if before and _continues(text[before[-1].end : amount.start], after):
        return True
    if _UP_TO.match(after):
        return state != "budget" and not FIRMS_OWN.search(lead[-15:])
    return (
        state is None
        and not _BELOW.match(after)
        and _stands_under_a_heading(compact, before, amount)
    )


def _continues(between: str, after: str) -> bool:
    """A limit goes on in its bracket (…の場合は３億円) or in a row of limits without a label of
    their own.
    """
    if between.startswith("(") and ")" not in between:
        return bool(_RAISE.search(between))
    bare = _BRACKET.sub("", between)
    if _IN_CASE.fullmatch(bare) and not BOUND.match(after):
        return True
    return (
        len(bare) <= _REACH - 8
        and not EVENT.search(bare)
        and not _NEXT_LIMIT_BEGINS.search(bare)
        and not BOUND.match(after)
    )


def _stands_under_a_heading(compact: Compact, before: list[Sum], amount: Sum) -> bool:
    """The first bullet that is a sum, below a heading of limits to which the page's columns left no
    sum.
    """
    first = (
        amount.start - 1
        if compact.text[amount.start - 1 : amount.start] in (*DOTS, *ITEMS)
        else amount.start
    )
    if first not in compact.openings:
        return False
    for match in CAP_LABEL.finditer(compact.text, 0, amount.start):
        word = _AMOUNT_WORD.match(compact.text, match.end())
        end = word.end() if word else match.end()
        if end in compact.openings and not any(
            end <= s.start <= end + _REACH or (s.start > end and s.start in compact.openings)
            for s in before
        ):
            return True
    return False


def _read(compact: Compact, earlier: list[Cap], lead_start: int, amount: Sum) -> Cap:
    text = compact.text
    start = max(lead_start, text.rfind("。", 0, amount.start) + 1, amount.start - 60)
    lead = text[start : amount.start]
    last = earlier[-1].frame if earlier else None
    if start == lead_start and last:
        unit = _UNIT_COUNTED.match(lead)
        at = unit.end() if unit else 0
        if lead.startswith(f"({last})", at):  # it spoke of the limit before
            at += len(last) + 2
            start, lead = start + at, lead[at:]
    labels = list(CAP_LABEL.finditer(lead))
    same_frame = start == lead_start and _SAME_FRAME.fullmatch(lead)
    words = lead[labels[-1].end() :] if labels else lead
    frame = _frame(compact, start, lead, words, amount.end) or (last if same_frame else None)
    if frame and named(frame):  # (中小企業) tells whose it is, and of what frame it does not
        frame = None
    band = _BAND.search(without_counts_behind(text[max(0, start - 1) : start] + lead))
    raised = any(amount.yen > c.yen for c in earlier) and bool(
        _RAISE.search(_SIZED_CASE.sub("", lead))
    )
    cap = Cap(
        yen=amount.yen,
        printed=_printed(compact, start, labels, amount),
        frame=frame,
        band=count_behind(text, amount.end)
        or (band.group() if band else _case(compact.text, amount)),
        with_uplift=raised,
        line=compact.line_at(amount.start),
    )
    return whose(compact, amount.start, amount.end).applied_to(cap)


def _case(text: str, amount: Sum) -> str | None:
    return case_of(text[: amount.start]) or raised(text, amount.start, amount.end)


def _printed(compact: Compact, start: int, labels: list[re.Match[str]], amount: Sum) -> str:
    """From the label (with the word that it ends: 補助上限) to the sum and what it is counted by
    (/年, (年額)).
    """
    begin = amount.start
    if labels:
        begin = start + labels[-1].start()
        if word := _LABEL_BEGINS.search(compact.text[start:begin]):
            begin = start + word.start()
    elif word := _LIMIT_WORD.search(compact.text[start : amount.start]):
        begin = start + word.start()
    counted_by = _COUNTED_BY.match(compact.text, amount.end)
    return compact.printed(begin, counted_by.end() if counted_by else amount.end)


def _frame(compact: Compact, start: int, lead: str, words: str, end: int) -> str | None:
    """The frame or course of the limit: in the bracket before it, in the bracket after it, or in
    the words before it.
    """
    if (
        (match := _FRAME_BEFORE.search(lead))
        and not _NO_FRAME.search(match.group(1))
        and _is_near(compact, start + match.start(1), start + len(lead), match.group(1))
    ):
        return match.group(1)
    if (
        end not in compact.openings
        and (match := _FRAME_AFTER.match(compact.text, end))
        and not _NO_FRAME.search(match.group(1))
    ):
        return match.group(1)
    if match := _ONLY.search(lead):
        return match["frame"]
    match = _FRAME_WORDS.search(words)
    return match.group(1) if match and not _NO_FRAME_WORDS.search(match.group(1)) else None


def _is_near(compact: Compact, bracket: int, at: int, name: str) -> bool:
    """Whether the frame in a bracket is that of the sum at `at`: no line begins between them but
    one that carries on, unless its name shows that it is a frame.
    """
    between = [opening for opening in compact.openings if bracket < opening <= at]
    carries_on = len(between) <= 1 and not any(BULLET.match(compact.text, o) for o in between)
    return carries_on or _FRAME_ENDS.search(name) is not None


def _without_line(cap: Cap) -> Cap:
    return cap.model_copy(update={"line": 0, "printed": ""})


def _distinct(read: list[Cap]) -> list[Cap]:
    return list({_without_line(cap): cap for cap in reversed(read)}.values())[::-1]
