"""A catalogue with the calls of saved answers."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from loaders.calls.joined import joined_calls
from loaders.calls.read import read_calls
from loaders.calls.saved import PREFIX, SavedAnswer
from loaders.catalogue.files import Catalogue
from loaders.catalogue.records.calls import Call
from loaders.text.page import Problem

_DOUBTS = 10  # calls whose name several bear that are named


@dataclass(frozen=True)
class AddedCalls:
    """A catalogue with calls, and what is to be said of these."""

    catalogue: Catalogue
    """The catalogue; its calls are those of the answers alone."""
    problems: tuple[Problem, ...]
    """What could not be read, and counts that do not hold."""
    said: tuple[str, ...]
    """What was left out and why, and calls whose name several bear, a line each."""


def with_calls(catalogue: Catalogue, answers: Sequence[SavedAnswer]) -> AddedCalls:
    """The catalogue with the calls of answers, and the answers as documents, in place of those that
    it has.
    """
    read = read_calls(answers)
    joins = joined_calls(read.calls, catalogue.measures, catalogue.programmes)
    others = (each for each in catalogue.documents if not each.id.startswith(PREFIX))
    said = [
        *read.left_out,
        _counts(joins.calls),
        *(f"left apart: {doubt}" for doubt in joins.doubts[:_DOUBTS]),
    ]
    if (more := len(joins.doubts) - _DOUBTS) > 0:
        said.append(f"left apart: {more} more, for several bear their names")
    return AddedCalls(
        replace(catalogue, documents=(*others, *read.documents), calls=joins.calls),
        read.problems,
        tuple(said),
    )


def _counts(calls: Sequence[Call]) -> str:
    of_measures = sum(bool(call.measure) for call in calls)
    of_programmes = sum(bool(call.programme) for call in calls)
    return (
        f"calls of a measure: {of_measures}, of a budget programme: {of_programmes},"
        f" of {len(calls)}"
    )
