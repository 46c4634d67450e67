"""The time of a regular expression on what people type grows with the length of that, no faster;
the processor's time, so that a busy machine says the same.
"""

from __future__ import annotations

import re
import signal
import time
from collections.abc import Iterable, Iterator
from contextlib import contextmanager

import pytest

from graph.bounds import NUMERAL
from graph.language.numerals import number
from tests.repository.expressions import Expression, expressions

pytestmark = pytest.mark.times

TYPED = ("graph", "queries", "dashboard", "commands")  # rooms in which typed words are looked at
SHORT, LONG = 250, 2_000  # characters; what grows with the square takes 64 times as long
MOST = 20  # times: eight for what grows with the length, and room for a busy machine
LINE = 120  # characters
SOON = 0.0005  # seconds, in which nothing can be told
# those that are given so many characters at most (None: names of the graph alone)
BOUNDED = {
    "graph/language/numerals.py:_NUMBER": NUMERAL,
    "queries/overlap/left_out.py:_YEAR": None,
}
PATIENCE = 2.0  # seconds for one look


class _OutOfTimeError(Exception):
    """It took longer than anything that grows with the length."""


@contextmanager
def _limited() -> Iterator[None]:
    def stop(_signal: int, _frame: object) -> None:
        raise _OutOfTimeError

    before = signal.signal(signal.SIGVTALRM, stop)
    signal.setitimer(signal.ITIMER_VIRTUAL, PATIENCE)
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_VIRTUAL, 0)
        signal.signal(signal.SIGVTALRM, before)


def seconds(expression: Expression, how: str, text: str, times: int) -> float:
    """The least of so many looks."""
    least = PATIENCE
    for _ in range(times):
        try:
            with _limited():
                begun = time.thread_time()
                expression.look(how, text)
                least = min(least, time.thread_time() - begun)
        except _OutOfTimeError:
            return PATIENCE
    return least


def grows(expression: Expression, how: str, repeated: str) -> bool:
    """Whether it takes much more than eight times as long for eight times the text, each time of
    several that it is measured.
    """

    def text(length: int) -> str:
        return (repeated * (length // len(repeated) + 1))[:length] + "\0"

    if seconds(expression, how, text(LONG), 1) < SOON:
        return False
    for times in (2, 5, 15):
        long = seconds(expression, how, text(LONG), times)
        if long >= PATIENCE:
            return True
        if long < SOON or long < MOST * seconds(expression, how, text(SHORT), times):
            return False
    return True


def too_fast(found: Iterable[Expression]) -> list[str]:
    return [
        f"{each.where} {how} {repeated!r}"
        for each in found
        for how in each.looks
        if (repeated := next((r for r in each.hard_texts() if grows(each, how, r)), None))
    ]


@pytest.mark.parametrize(
    ("pattern", "how"),
    [
        (r"\d+円", "search"),
        (r"(a|aa)*b", "fullmatch"),
        (r"\s*x?\s*y", "match"),
        (r"(?:b|/\*.*?\*/)", "search"),
        (r"(?:'(?:\\.|[^'\\])*'|.)", "finditer"),
    ],
)
def test_what_grows_is_found(pattern: str, how: str) -> None:
    assert too_fast((Expression("here", re.compile(pattern), (how,)),))


@pytest.mark.parametrize(
    ("pattern", "how"),
    [(r"\d+円", "fullmatch"), (r"(?<!\d)\d{1,9}円", "search"), (r"\s*+x?\s*+y", "match")],
)
def test_what_does_not_grow_passes(pattern: str, how: str) -> None:
    assert too_fast((Expression("here", re.compile(pattern), (how,)),)) == []


@pytest.mark.parametrize("package", TYPED)
def test_no_expression_for_typed_words_grows_faster_than_its_text(package: str) -> None:
    found = [each for each in expressions(package) if each.where not in BOUNDED]
    assert found
    assert too_fast(found) == []


def test_what_grows_is_given_short_texts_alone() -> None:
    assert number("0" * (NUMERAL - 1) + "1") == 1
    assert number("0" * NUMERAL + "1") is None
    [numeral] = [e for e in expressions("graph") if e.where.endswith("numerals.py:_NUMBER")]
    for repeated in numeral.hard_texts():
        text = (repeated * NUMERAL)[: NUMERAL - 1] + "x"
        assert seconds(numeral, "fullmatch", text, 3) < PATIENCE / 10, repeated


def test_no_expression_for_documents_explodes() -> None:
    """On a line of ordinary length each ends at once, whatever stands there: none tries all ways
    to part it. On longer ones many still grow with the square, which lines of bounded length bear.
    """
    found = expressions("loaders")
    assert len(found) > 1_000
    slow = [
        f"{each.where} {how} {repeated!r}"
        for each in found
        for how in each.looks
        for repeated in each.hard_texts()
        if seconds(each, how, (repeated * LINE)[:LINE] + "\0", 1) > PATIENCE / 2
        and seconds(each, how, (repeated * LINE)[:LINE] + "\0", 3) > PATIENCE / 2
    ]
    assert slow == []
