"""Which frame (枠, 型, 類型) of a leaflet a limit or rate is for, where a table's columns or the
front's headlines tell.

A row of frames heads the columns of the rows under it (補助上限, 補助率): as many values as frames
belong to them in order. A headline tells a frame and the most that it gives; the table whose raised
column comes to that most is the frame's.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise
from typing import TypeVar

from loaders.catalogue.records import Cap, Rate
from loaders.documents.leaflets_2025.flat_tables import in_flat_table
from loaders.documents.leaflets_2025.rates import shares
from loaders.text.compact import Compact
from loaders.text.lines import Line
from loaders.text.page import Page

T = TypeVar("T", Cap, Rate)
_FRAME = r"[^\s、。()※:]{2,20}(?:枠|類型|型)"
_HEADER = re.compile(rf"^{_FRAME}(?:\s+{_FRAME})+$")
_ROW = re.compile(r"^(?:補\s*助\s*)?(?P<what>上限|率)[^\s]{0,2}\s+\S")
_HEADLINE = re.compile(r"(?P<frame>[一-龥ァ-ヶー]{2,10}型)\s*補助上限額?$")
_LABEL = re.compile(r"補助率※?")
_NOTE_OF_RATES = re.compile(r"※補助金額[^※。]{4,80}(?=。)")
_TO_A_LABEL = 40  # printed lines from a headline to the label of its rates
_NEAR = 12  # lines from one limit of a table to the next
_RATE_CELLS = 110  # the rates stand in a row further down
_BY_A_HEADLINE = 8  # lines from a headline to the rates that stand by it
_CELLS = 70  # lines under a header in which the cells of its columns stand
_ROWS = 20  # lines under a header in which its rows stand


def framed(
    page: Page, limits: Sequence[Cap], rates: Sequence[Rate]
) -> tuple[list[Cap], list[Rate]]:
    """The limits and rates with their frames, where they have none and the leaflet tells it."""
    printed = [line for line in page.lines if not line.blank]
    caps, framed_rates = in_flat_table(page, limits), in_flat_table(page, rates)
    for at, line in enumerate(printed):
        if not _HEADER.match(line.plain):
            continue
        names = line.plain.split()
        for row in printed[at + 1 : at + 1 + _ROWS]:
            if match := _ROW.match(row.plain):
                if match["what"] == "上限":
                    caps = _in_columns(caps, row, names)
                else:
                    framed_rates = _rates_in_columns(page, framed_rates, row, names)
        caps = _in_cells(caps, line.number, names, _CELLS)
        framed_rates = _in_cells(framed_rates, line.number, names, _RATE_CELLS)
    framed_rates = _rates_by_headline(printed, framed_rates)
    framed_rates = _rates_by_label(Compact.of(page), printed, framed_rates)
    return _told_once(_by_headline(printed, caps)), _told_once(framed_rates)


def _told_once(told: Sequence[T]) -> list[T]:
    """Without those that are told again, and without those of no frame that another tells with its
    own.
    """
    kept: list[T] = []
    for fact in told:
        here = _what(fact)
        again = any(_what(old) == here and _scope(old) == _scope(fact) for old in kept)
        in_detail = fact.frame is None and any(
            _what(other) == here and other.frame and other.size_class == fact.size_class
            for other in told
        )
        if not again and not in_detail:
            kept.append(fact)
    return kept


def _what(fact: Cap | Rate) -> tuple[object, ...]:
    if isinstance(fact, Cap):
        return fact.yen, fact.with_uplift
    return (fact.value, fact.printed if fact.value is None else None)


def _scope(fact: Cap | Rate) -> tuple[str | None, ...]:
    return fact.frame, fact.size_class, fact.band


def _rates_by_headline(printed: Sequence[Line], rates: Sequence[Rate]) -> list[Rate]:
    """The rates that stand right under a headline of the front, with its frame."""
    heads = [(line.number, m["frame"]) for line in printed if (m := _HEADLINE.search(line.plain))]
    frames = {
        rate.line: frame
        for rate in rates
        for number, frame in heads
        if rate.frame is None and number < rate.line <= number + _BY_A_HEADLINE
    }
    return [
        rate.model_copy(update={"frame": frames[rate.line]}) if rate.line in frames else rate
        for rate in rates
    ]


def _rates_by_label(compact: Compact, printed: Sequence[Line], rates: Sequence[Rate]) -> list[Rate]:
    """The rates under the label that follows a headline of the front, and those of the note to
    which the label's mark leads where one alone is marked, with the headline's frame.
    """
    heads = [
        (at, m["frame"]) for at, line in enumerate(printed) if (m := _HEADLINE.search(line.plain))
    ]
    under: dict[int, str] = {}
    marked: list[str] = []
    for (at, frame), (end, _) in pairwise([*heads, (len(printed), "")]):
        near = printed[at + 1 : min(end, at + 1 + _TO_A_LABEL)]
        label = next((i for i, line in enumerate(near) if _LABEL.fullmatch(line.plain)), None)
        if label is None:
            continue
        under |= {line.number: frame for line in near[label + 1 : label + 2]}
        if near[label].plain.endswith("※"):
            marked.append(frame)
    notes = [range(*match.span()) for match in _NOTE_OF_RATES.finditer(compact.text)]
    frames = dict(under)
    if len(marked) == 1:
        noted = {compact.line_at(offset) for note in notes for offset in note}
        frames = dict.fromkeys(noted, marked[0]) | under
    return [
        rate.model_copy(update={"frame": frames[rate.line]})
        if rate.frame is None and rate.line in frames
        else rate
        for rate in rates
    ]


def _rates_in_columns(
    page: Page, rates: Sequence[Rate], row: Line, names: Sequence[str]
) -> list[Rate]:
    """The rates of a row, read cell by cell, with the columns' names; the others as they are."""
    label, *cells = row.plain.split()
    if len(cells) != len(names):
        return list(rates)
    of_row = [
        rate.model_copy(update={"frame": name})
        for cell, name in zip(cells, names, strict=True)
        for rate in shares(page.part([Line(row.number, f"{label} {cell}")]))
    ]
    return sorted(
        [*(rate for rate in rates if rate.line != row.number), *of_row], key=lambda rate: rate.line
    )


def _in_cells(told: Sequence[T], header: int, names: Sequence[str], reach: int) -> list[T]:
    """Columns that came out cell by cell: between the types that name themselves, the first cell is
    the first frame's, the last the last's.
    """
    under = [fact for fact in told if header < fact.line <= header + reach]
    typed = [fact.line for fact in under if fact.frame]
    if len(names) < 3 or not typed:
        return list(told)

    def frame(line: int) -> str | None:
        return names[0] if line < min(typed) else names[-1] if line > max(typed) else None

    return [
        (
            fact.model_copy(update={"frame": frame(fact.line)})
            if fact in under and fact.frame is None and fact.band is None
            else fact
        )
        for fact in told
    ]


def _in_columns(caps: Sequence[Cap], row: Line, names: Sequence[str]) -> list[Cap]:
    """The limits of a row, one a column, with the columns' names."""
    of_row = [
        cap for cap in caps if cap.line == row.number and not cap.with_uplift and cap.frame is None
    ]
    if len(of_row) != len(names):
        return list(caps)
    named = {id(cap): name for cap, name in zip(of_row, names, strict=True)}
    return [
        cap.model_copy(update={"frame": named[id(cap)]}) if id(cap) in named else cap
        for cap in caps
    ]


def _by_headline(printed: Sequence[Line], caps: Sequence[Cap]) -> list[Cap]:
    """Headlines name the frame of the sum under them; a table takes the name of the headline that
    its most comes to.
    """
    headlines: dict[int, str] = {}
    for at, line in enumerate(printed[:-1]):
        if match := _HEADLINE.search(line.plain):
            headlines[printed[at + 1].number] = match["frame"]
    named = [
        (
            cap.model_copy(update={"frame": headlines[cap.line]})
            if cap.line in headlines and cap.frame is None
            else cap
        )
        for cap in caps
    ]
    most = {cap.yen: cap.frame for cap in named if cap.line in headlines}
    for table in _tables(named):
        frame = most.get(max(cap.yen for cap in table))
        if frame:
            lines = {cap.line for cap in table}
            named = [
                (
                    cap.model_copy(update={"frame": frame})
                    if cap.line in lines and cap.band and cap.frame is None
                    else cap
                )
                for cap in named
            ]
    return named


def _tables(caps: Sequence[Cap]) -> list[list[Cap]]:
    """The limits by head count, those of one table together."""
    tables: list[list[Cap]] = []
    for cap in (cap for cap in caps if cap.band):
        if tables and cap.line - tables[-1][-1].line <= _NEAR:
            tables[-1].append(cap)
        else:
            tables.append([cap])
    return tables
