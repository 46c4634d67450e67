"""Sums in columns: the heads of the columns, the last for everyone else, above a sum of each."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from loaders.bonuses.conditions import phrase
from loaders.bonuses.draft import Draft
from loaders.text.amounts import MONEY
from loaders.text.lines import Flow
from loaders.text.page import Page
from loaders.vocabulary.patterns import patterns

_PATTERNS = patterns(__file__, money=MONEY)
_COLUMNS = _PATTERNS["columns"]
_HEAD = _PATTERNS["column_head"]
_VALUE = _PATTERNS["column_value"]
_OTHERS = _PATTERNS["others"]
_ROWS = _PATTERNS["rows"]
_ROW_LABEL = _PATTERNS["row_label"]
_COURSE = _PATTERNS["course"]
_REACH = 120  # characters: the rows of a table stand close to its heads


def in_columns(page: Page) -> Iterator[Draft]:
    """「【重点の者】【左記以外】80万円(60万円)40万円(30万円)」: as many heads as sums, the last
    head for all others, whose sum is the base of what its row is called.

    Of a table with a second row, whose sums stand before the heads (「有期→正規:無期→正規:40万円
    20万円【重点の者】…」), the sums below the heads are of the first row.
    """
    flow = Flow.of(page.lines, "\n")
    for match in _COLUMNS.finditer(flow.text):
        heads = _HEAD.findall(match["heads"])
        values = list(_VALUE.finditer(flow.text, *match.span("values")))
        if len(heads) != len(values) or not _OTHERS.search(heads[-1]):
            continue
        start = max(0, match.start() - _REACH)
        rows = _ROWS.search(flow.text[start : match.start()])
        if rows is None:
            yield from _of_row(flow, heads, values)
            continue
        span = (start + rows.start("values"), start + rows.end("values"))
        below = list(_VALUE.finditer(flow.text, *span))
        if _read_alike(values, below):
            course = _course_above(flow, start + rows.start())
            for label, row in zip(_ROW_LABEL.findall(rows["labels"]), (values, below), strict=True):
                yield from _of_row(flow, heads, row, course, label)
        else:
            yield from _of_row(flow, heads[:-1], values, is_of_a_row=True)


def _of_row(
    flow: Flow,
    heads: Sequence[str],
    values: Sequence[re.Match[str]],
    course: str | None = None,
    label: str | None = None,
    is_of_a_row: bool = False,
) -> Iterator[Draft]:
    for head, value in zip(heads, values, strict=False):
        is_others = _OTHERS.search(head) is not None
        if is_others and label is None:
            continue
        yield Draft(
            phrase(label if is_others and label else head.rstrip("※")),
            "base" if is_others else "grant_uplift",
            flow.line_at(value.start()),
            " ".join(value.group().split()),
            "level",
            frame=" ".join(filter(None, (course, label))) or None,
            unstated=("frame",) if is_of_a_row else (),
        )


def _read_alike(first: Sequence[re.Match[str]], second: Sequence[re.Match[str]]) -> bool:
    """Whether two runs of two sums come to the same table, each run being a row or a column."""
    return len(first) == len(second) == 2 and first[1].group() == second[0].group()


def _course_above(flow: Flow, before: int) -> str | None:
    """The course that was named last on a line of its own before an offset."""
    lines = flow.text[:before].splitlines()
    named = [match["frame"] for line in lines if (match := _COURSE.fullmatch(line.strip()))]
    return named[-1] if named else None
