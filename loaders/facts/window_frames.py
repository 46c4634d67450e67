"""Of which part of a measure a period is: that whose name stands on its line."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from loaders.catalogue.records import Window
from loaders.text.lines import fold
from loaders.text.page import Page


def of_parts(windows: Sequence[Window], frames: Iterable[str | None], page: Page) -> list[Window]:
    """The windows of a page, each with the one of these parts of its measure that its line names,
    of several whose names hold one another the longest; a line that names two apart names none.
    """
    names = sorted({frame for frame in frames if frame}, key=len, reverse=True)
    lines = {line.number: fold(line.plain) for line in page.lines}
    return [
        window.model_copy(update={"frame": _named(names, lines.get(window.line, ""))})
        for window in windows
    ]


def _named(names: Sequence[str], line: str) -> str | None:
    found: list[str] = []
    for name in names:
        if fold(name) in line:
            found.append(name)
            line = line.replace(fold(name), "\n")
    return found[0] if len(found) == 1 else None
