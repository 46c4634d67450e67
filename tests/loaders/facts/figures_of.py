"""What a made-up page's figures are, in short."""

from loaders.facts.figures import figures
from loaders.text.lines import Line
from loaders.text.page import Page


def brief(*lines: str) -> list[tuple[str, float, str, int | None]]:
    page = Page("made-up", tuple(Line(i, line) for i, line in enumerate(lines, 1)))
    return [(f.what, f.value, f.unit, f.year) for f in figures(page)]


def named(*lines: str) -> list[tuple[str | None, float, str, int | None]]:
    page = Page("made-up", tuple(Line(i, line) for i, line in enumerate(lines, 1)))
    return [(f.name, f.value, f.unit, f.year) for f in figures(page) if f.what == "result"]
