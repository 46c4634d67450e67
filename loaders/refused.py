"""What was not understood of a document, as its record holds it."""

from __future__ import annotations

from collections.abc import Iterable

from loaders.catalogue.records.documents import RefusedLine
from loaders.text.page import Problem


def refused_lines(problems: Iterable[Problem]) -> list[RefusedLine]:
    """The problems of one document, by line."""
    return sorted(
        (RefusedLine(line=problem.line, what=problem.what) for problem in problems),
        key=lambda refused: (refused.line, refused.what),
    )
