"""The shares that a page says are paid (補助率 1/2以内, 定額, 費用の2/3を助成, 年収×16%)."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from graph.language.numerals import is_cut_off
from graph.schema.size_classes import size_classes
from loaders.catalogue.records import Cap, Rate
from loaders.facts.beside import with_programme
from loaders.facts.blocks import with_blocks
from loaders.facts.bounds import HEAD_COUNT
from loaders.facts.caps import caps_with_sums
from loaders.facts.cases import TOTAL, case_of, count_behind, raised, without_counts_behind
from loaders.facts.columns import with_columns
from loaders.facts.headed import with_headings
from loaders.facts.noted import with_notes
from loaders.facts.parts import with_parts
from loaders.facts.rows import with_rows
from loaders.facts.scopes import by_table
from loaders.facts.whose import whose
from loaders.text.compact import Compact
from loaders.text.page import Page
from loaders.text.shares import no_share, rounded, share_of
from loaders.vocabulary.patterns import patterns

_SIZES = {size.short: size.name for size in size_classes()}
_PATTERNS = patterns(__file__, size="|".join(_SIZES), head_count=HEAD_COUNT.pattern)
_RATE = _PATTERNS["rate"]
_TWIN = _PATTERNS["twin"]
_WHOM_IN_BRACKETS = _PATTERNS["whom_in_brackets"]
_CELL = _PATTERNS["cell"]
_ROW = _PATTERNS["row"]
_ROW_ABOVE = _PATTERNS["row_above"]
_WHOM_SIDE_BY_SIDE = _PATTERNS["whom_side_by_side"]
_PAID_BEFORE = _PATTERNS["paid_before"]
_PAID_BEHIND = _PATTERNS["paid_behind"]
_RANGE = _PATTERNS["range"]
_LABEL = _PATTERNS["label"]
_END = _PATTERNS["end"]
_BASE = _PATTERNS["base"]
_PAID = _PATTERNS["paid"]
_NO_RATE = _PATTERNS["no_rate"]
_FRAME_BEHIND = _PATTERNS["frame_behind"]
_FRAME = _PATTERNS["frame"]
_FRAME_LABEL = _PATTERNS["frame_label"]
_BANDS = (
    _PATTERNS["band"],
    _PATTERNS["sum_band"],
    _PATTERNS["of_a_year"],
    _PATTERNS["in_turn"],
    _PATTERNS["not_of_size"],
)
_WHOM = _PATTERNS["whom"], _PATTERNS["whom_first"], _PATTERNS["noted"]
_BEHIND_A_LIMIT = _PATTERNS["behind_a_limit"]
_PAID_OF_BASE = _PATTERNS["paid_of_base"]
_LUMP_PAID = _PATTERNS["lump_paid"]
_SUM_BEFORE = _PATTERNS["sum_before"]
_PAY_BEFORE = _PATTERNS["pay_before"]
_SUPPORT_BEHIND = _PATTERNS["support_behind"]
_SUM_BEHIND = _PATTERNS["sum_behind"]
_LISTED_BEFORE = _PATTERNS["listed_before"]
_NEAR = 200  # characters around two rates within which the page says whose each is
_REACH = 40  # characters between a label (or the rate before) and a share that it governs


@dataclass(frozen=True)
class _Share:
    value: float | None
    """A fraction of 1; None for a lump sum and a range."""
    printed: str
    """As printed, with the sum or the pay that stands by it."""


def rates(page: Page) -> list[Rate]:
    """Every rate of support, in the page's order; `value` as a fraction of 1, None for 定額 and for
    a range.

    A share counts where a label (補助率 …) governs it, where it is taken of a cost, or where the
    words after it say that it is paid. One that is none (3/0, 150%) is refused (`Page.refuse`).
    """
    compact = Compact.of(page)
    read: list[tuple[Rate, int]] = []
    ends: dict[int, int] = {}  # where each number begins -> where it ends
    limits = {amount.end: cap for cap, amount in caps_with_sums(compact)}
    label = -_REACH  # where the last label, or the last rate under it, ends
    cells = _cells(compact)
    tables: list[int] = []  # where the last label before each of the read ones begins
    for match in _candidates(compact.text):
        labels = list(_LABEL.finditer(compact.text, 0, match.start()))
        label = max([label, *(m.end() for m in labels)])
        lead = compact.text[max(0, match.start() - 40) : match.start()]
        governed = match.start() - label <= _REACH and not _END.search(
            compact.text, max(0, label), match.start()
        )
        if _NO_RATE.match(compact.text, match.end()) or not (
            governed or match.start() in cells or _is_paid(compact.text, match, lead)
        ):
            continue
        if match.re is _TWIN:
            read += [(rate, match.start()) for rate in _twins(compact, match)]
            tables += [-1] * (len(read) - len(tables))
            label = match.end()
            continue
        share = _share(compact, match)
        if share is None:
            what = no_share(compact.text, *match.span())
            page.refuse(compact.line_at(match.start()), what)
            continue
        label = match.end()
        ends[match.start()] = match.end()
        whom = whose(compact, match.start(), match.end())
        frame = (
            _FRAME_BEHIND.match(compact.text, match.end())
            or _FRAME.search(lead)
            or _FRAME_LABEL.search(lead)
        )
        rate = Rate(
            printed=share.printed,
            value=share.value,
            frame=frame.group(1) if frame else None,
            band=count_behind(compact.text, match.end())
            or band_before(without_counts_behind(lead), sized=whom.size_class is not None)
            or raised(compact.text, *match.span()),
            line=compact.line_at(match.start()),
        )
        rate = whom.applied_to(rate)
        rate = with_programme(compact, rate, match.start())
        read.append((_as_the_cap(rate, limits, lead, match.start()), match.start()))
        tables.append(labels[-1].start() if governed and labels else -1)
    starts = [at for _, at in read]
    sized = by_table(page, [rate for rate, _ in read], tables)
    parts = with_parts(compact, list(zip(sized, starts, strict=True)))
    headed = with_headings(compact, list(zip(parts, starts, strict=True)))
    rows = [_of_row(rate, cells.get(at)) for rate, at in zip(headed, starts, strict=True)]
    spans = [(rate, at, ends.get(at, at)) for rate, at in zip(rows, starts, strict=True)]
    framed = with_columns(page, with_rows(page, with_notes(compact, spans)))
    return distinct_rates(with_blocks(page, framed))


def _twins(compact: Compact, match: re.Match[str]) -> Iterator[Rate]:
    """The two rates of 45(30)%, for whom the page says that each is: 括弧内は大企業, or the head
    中小企業(大企業).
    """
    first, second = (
        f"{match[a] or match[b]}%" for a, b in (("first", "whole"), ("second", "other"))
    )
    near = slice(max(0, match.start() - _NEAR), match.end() + _NEAR)
    notes = list(_WHOM_IN_BRACKETS.finditer(compact.text, 0, near.stop))
    whom: list[tuple[str | None, str | None]] = [(None, None), (None, None)]  # size class, band
    if notes:
        of, but, also = notes[-1].group("of", "not_of", "also")
        others = notes[-1]["others"] if also else f"{_SIZES[but]}以外" if but else None
        whom = [(_SIZES[but] if but else None, also), (_SIZES[of] if of else None, others)]
    elif heads := list(_WHOM_SIDE_BY_SIDE.finditer(compact.text, near.start, match.start())):
        whom = [(_SIZES[heads[-1]["first"]], None), (_SIZES[heads[-1]["second"]], None)]
    for printed, (size_class, band) in zip((first, second), whom, strict=True):
        if share := share_of(printed):
            yield Rate(
                printed=printed,
                value=rounded(share),
                size_class=size_class,
                band=band,
                line=compact.line_at(match.start()),
            )


def _cells(compact: Compact) -> dict[int, str | None]:
    """Where the shares of a table stand that is headed as one of rates and has a note on what is
    in brackets: offset -> the label of the row, in its line or right above, if it has one.
    """
    note = _WHOM_IN_BRACKETS.search(compact.text)
    label = _LABEL.search(compact.text, 0, note.start()) if note else None
    if note is None or label is None:
        return {}
    cells: dict[int, str | None] = {}
    text, at = compact.flow.text, 0
    for line in text.split("\n"):
        for cell in _CELL.finditer(line):
            start = compact.offset(at + cell.start("share"))
            row = line[: cell.start("share")].strip(" :")
            above = None if row else _ROW_ABOVE.search(compact.text, 0, start)
            cells[start] = above["named"] if above else row if _ROW.fullmatch(row) else None
        at += len(line) + 1
    return {start: row for start, row in cells.items() if start > note.end()}


def _of_row(rate: Rate, row: str | None) -> Rate:
    if row is None or row == rate.frame:
        return rate
    return rate.model_copy(update={"frame": f"{rate.frame}({row})" if rate.frame else row})


def distinct_rates(read: Sequence[Rate]) -> list[Rate]:
    """Each rate of a frame, size class, sector and band once, where it is told first; one of a band
    that is told again without its frame is the same.
    """
    framed = {(r.value, r.band) for r in read if r.frame and r.band}
    told = [r for r in read if r.frame or r.size_class or (r.value, r.band) not in framed]
    return list(
        {(r.printed, r.frame, r.size_class, r.industry, r.band): r for r in reversed(told)}.values()
    )[::-1]


def band_before(lead: str, *, sized: bool) -> str | None:
    """The range of a number, or whom it is for beside a size class, in the words before a rate."""
    for pattern in (*_BANDS, *(() if sized else _WHOM)):
        if match := pattern.search(lead):
            named = [group for group in match.groups() if group] if pattern.groupindex else []
            return str(named[0]) if named else match.group()
    return case_of(lead)


def _as_the_cap(rate: Rate, limits: Mapping[int, Cap], lead: str, at: int) -> Rate:
    """A rate in the bracket right behind a limit (2億円（補助率1/2）) is for what the limit is, or
    for a part of it, where that is a total.
    """
    bracket = _BEHIND_A_LIMIT.search(lead)
    cap = limits.get(at - len(bracket[1])) if bracket else None
    if cap is None or rate.frame:
        return rate
    scope = {
        "frame": cap.frame,
        "size_class": rate.size_class or cap.size_class,
        "band": rate.band or (None if cap.band == TOTAL else cap.band),
    }
    return rate.model_copy(update=scope)


def _candidates(text: str) -> list[re.Match[str]]:
    """Ranges and pairs first (3/4~9/10 is one rate, 45(30)% two), then single shares outside."""
    ranges = [*_RANGE.finditer(text), *_TWIN.finditer(text)]
    singles = [
        m for m in _RATE.finditer(text) if not any(r.start() <= m.start() < r.end() for r in ranges)
    ]
    return sorted([*ranges, *singles], key=lambda m: m.start())


def _is_paid(text: str, match: re.Match[str], lead: str) -> bool:
    if match.re in (_RANGE, _TWIN):
        return bool(_PAID.match(text, match.end()))
    if _PAID_BEFORE.search(lead) and _PAID_BEHIND.match(text, match.end()):
        return True
    if match["fixed"]:
        return bool(_LUMP_PAID.match(text, match.end()))
    if match["upper"] and match["over"]:
        return True
    base = _BASE.search(lead)
    if base and base["of"] == "×":
        return True
    end = match.end()
    return bool(_PAID.match(text, end) or (base and _PAID_OF_BASE.match(text, end)))


def _share(compact: Compact, match: re.Match[str]) -> _Share | None:
    text = compact.text
    printed = compact.printed(match.start(), match.end())
    if is_cut_off(text, match.start()):
        return None
    if match.re is _RANGE:
        return _Share(None, printed)
    if match["fixed"]:  # 1,000万円定額
        amount = _SUM_BEFORE.search(text[max(0, match.start() - 12) : match.start()])
        return _Share(None, (amount.group() if amount else "") + printed)
    share = share_of(match.group())
    if share is None:
        return None
    if match["percent"] or match["tenths"]:
        base = _PAY_BEFORE.search(text[max(0, match.start() - 10) : match.start()])
        behind = _SUPPORT_BEHIND if match["of_support"] else _SUM_BEHIND
        after = behind.match(text, match.end())
        printed = (base.group() if base else "") + printed + (after.group() if after else "")
    elif match["etc"] and _LISTED_BEFORE.search(text[max(0, match.start() - 10) : match.start()]):
        printed = printed.removesuffix(match["etc"])  # it closes the list
    return _Share(rounded(share), printed)
