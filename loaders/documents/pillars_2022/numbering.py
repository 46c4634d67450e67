"""The printed number of each page, or the one counted from those that are printed."""

from __future__ import annotations

import re
from collections.abc import Sequence

from loaders.text.lines import Line
from loaders.text.page import Problem

NUMBER = re.compile(r"^\d{1,3}$")  # a line with nothing else


def page_number(page: Sequence[Line]) -> int | None:
    """The number printed at the foot of a page."""
    last = next((line for line in reversed(page) if not line.blank), None)
    return (
        int(last.plain) if last is not None and len(page) > 1 and NUMBER.match(last.plain) else None
    )


def page_numbers(
    document: str, pages: Sequence[tuple[Line, ...]]
) -> tuple[list[tuple[int, tuple[Line, ...]]], list[Problem]]:
    """The pages with their numbers, counted on and back from those that are printed, and where
    those do not agree with the count.
    """
    printed = {
        at: number for at, page in enumerate(pages) if (number := page_number(page)) is not None
    }
    shift = next((number - at for at, number in printed.items()), 1)
    numbered, problems = [], []
    for at, page in enumerate(pages):
        if at in printed and printed[at] - at != shift:
            problems.append(
                Problem(
                    document,
                    page[0].number,
                    f"the page bears number {printed[at]}, where {at + shift} should follow",
                )
            )
            shift = printed[at] - at
        numbered.append((at + shift, page))
    return numbered, problems
