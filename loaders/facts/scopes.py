"""For whom a number of a page holds: the size class by the page's own way of telling the classes (a
note to a class, the words beside it, a frame for each class), and the mark that says whether the
page tells anything of it.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import TypeVar

from graph.schema.size_classes import SizeClass
from loaders.catalogue.records import Cap, Rate, SizeTest, Threshold
from loaders.catalogue.records.appearance import Scoped
from loaders.facts.size_tests import size_tests
from loaders.text.lines import plain
from loaders.text.page import Page

T = TypeVar("T", bound=Scoped)
Number = Cap | Rate | Threshold
_PERSONS = ("法人", "個人事業主")
# one kana that ends a verb's stem between two kanji or at the end; a particle is none
_OKURIGANA = re.compile(r"(?<=[一-龥])[いきけげしちみりれ](?=[一-龥]|$)")


def with_scope(number: T, title: str = "") -> T:
    """The threshold, rate or cap with its `scope`: stated where the page tells a frame, size class,
    sector or band, else none. The measure of that title is no frame of its own.
    """
    if number.frame and _is_all_of(_letters(number.frame), _letters(title)):
        number = number.model_copy(update={"frame": None})
    stated = number.frame or number.size_class or number.industry or number.band
    return number.model_copy(update={"scope": "stated" if stated else "none"})


def in_one_spelling(*fields: Sequence[Number]) -> list[list[Number]]:
    """The numbers of a page, field by field, with one name for a frame that the page spells with
    okurigana and without (買い取り枠, 買取枠): the one that stands first.
    """
    first: dict[str, str] = {}
    for number in sorted((n for numbers in fields for n in numbers), key=lambda n: n.line):
        if number.frame:
            first.setdefault(_OKURIGANA.sub("", number.frame), number.frame)
    return [
        [
            number.model_copy(update={"frame": first[_OKURIGANA.sub("", number.frame)]})
            if number.frame
            else number
            for number in numbers
        ]
        for numbers in fields
    ]


def by_table(page: Page, rates: Sequence[Rate], tables: Sequence[int]) -> list[Rate]:
    """The rates of a page that has a frame and a table of rates for each size class, in one order,
    with the class of their table. `tables`: of each rate the place of the label that heads its
    table, or -1.
    """
    heads = sorted({head for head in tables if head >= 0})
    if len(heads) < 2 or any(rate.size_class for rate in rates):
        return list(rates)
    classes = list(_frames(size_tests(page)).values())
    if len(classes) != len(heads):
        return list(rates)
    of_table = dict(zip(heads, classes, strict=True))
    return [
        rate.model_copy(update={"size_class": of_table.get(head)})
        for rate, head in zip(rates, tables, strict=True)
    ]


def _is_all_of(frame: str, title: str) -> bool:
    """Whether the measure of the title is itself the frame: 港町補助金(山村型) is the 山村型."""
    return frame == title or title.endswith(f"({frame})")


def _letters(name: str) -> str:
    return "".join(plain(name).split())


def of_size_classes(thresholds: Sequence[Threshold], tests: Sequence[SizeTest]) -> list[Threshold]:
    """The thresholds with the size class of which they are a test (≤5人 of 小規模事業者).

    On a page with a frame for each class, a number in the frame's words is of its class; of numbers
    that come once a class, wage rises in a table below, each is of the class in its order.
    """
    frames = _frames(tests)
    wages = [t for t in thresholds if t.of == "wage"] if len(frames) > 1 else []
    in_order = dict(zip(map(id, wages), frames.values(), strict=False))
    told: list[Threshold] = []
    for threshold in thresholds:
        test = _test_of(threshold, tests)
        size = test.size_class if test else _framed(threshold, frames)
        if len(wages) == len(frames):
            size = in_order.get(id(threshold), size)
        scope = {
            "size_class": threshold.size_class or size,
            "band": threshold.band or (test.whom if test and test.whom in _PERSONS else None),
        }
        told.append(threshold.model_copy(update=scope))
    return told


def _frames(tests: Sequence[SizeTest]) -> dict[int, SizeClass]:
    """The line at which each frame begins, with its class; empty where there is none for each."""
    lines: dict[int, SizeClass] = {}
    for test in tests:
        if test.law is None:
            lines.setdefault(test.line, test.size_class)
    return lines if any(not test.limits and test.law is None for test in tests) else {}


def _test_of(threshold: Threshold, tests: Sequence[SizeTest]) -> SizeTest | None:
    """The test of a size class by the very number."""
    for test in tests:
        for limit in test.limits:
            same = (limit.of, limit.op, limit.amount) == (
                threshold.of,
                threshold.op,
                threshold.amount,
            )
            if same and test.line == threshold.line:
                return test
    return None


def _framed(threshold: Threshold, frames: dict[int, SizeClass]) -> SizeClass | None:
    """The class of the frame in whose words a number of heads or yen stands."""
    above = [line for line in frames if line <= threshold.line]
    in_words = threshold.of in ("employees", "capital", "sales")
    return frames[max(above)] if above and in_words else None
