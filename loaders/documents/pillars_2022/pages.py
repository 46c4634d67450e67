"""Where a page of the three columns begins."""

from __future__ import annotations

import re
from collections.abc import Sequence

from loaders.documents.pillars_2022.numbering import NUMBER
from loaders.text.lines import Line

COLUMNS = re.compile(r"^現行の\S+\s+フォローアップ\s+新たな\S+$")  # the heading of the columns


def split(lines: Sequence[Line]) -> list[tuple[Line, ...]]:
    """The pages. One begins at a line that is led by a blank and follows a printed one with no
    empty line between, or two empty lines (so in the text of a PDF), or at the heading of the
    columns where the line before it is a page number.
    """
    pages: list[list[Line]] = []
    above = before = Line(0, "")
    printed = Line(0, "")
    for line in lines:
        led = (
            line.text.startswith(" ")
            and not line.blank
            and (bool(before.text.strip()) or (not before.text and not above.text))
        )
        numbered = bool(COLUMNS.match(line.plain) and NUMBER.match(printed.plain))
        if not pages or led or numbered:
            pages.append([])
        pages[-1].append(line)
        above, before = before, line
        printed = printed if line.blank else line
    return [tuple(page) for page in pages]
