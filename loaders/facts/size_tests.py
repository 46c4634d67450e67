"""How a page decides in numbers which size class an applicant is of: heads, capital, sales, and
those of the whole group.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Literal

from graph.language.numerals import NUMERAL, is_cut_off, number
from graph.schema.size_classes import SizeClass
from loaders.catalogue.records import SizeLimit, SizeTest
from loaders.facts.bounds import OPPOSITE, op
from loaders.text.lines import Flow, plain
from loaders.text.page import Page
from loaders.vocabulary.bonus_words import size_class_of
from loaders.vocabulary.patterns import patterns

Whom = Literal["法人", "個人事業主", "商業・サービス業", "その他の業種"]

_PATTERNS = patterns(__file__, numeral=NUMERAL)
_LIMIT = _PATTERNS["limit"]
_FRAME = _PATTERNS["frame"]
_BESIDE = _PATTERNS["beside"]
_NOTED = _PATTERNS["noted"]
_CASE = _PATTERNS["case"]
_COMMERCE = _PATTERNS["commerce"]
_BAND = _PATTERNS["band"]
_BY_LAW = _PATTERNS["by_law"]


def size_tests(page: Page) -> list[SizeTest]:
    """The ways in which the page counts applicants to size classes, in its order, each once; limits
    in yen and heads.

    A way whose number cannot be read is refused (`Page.refuse`) and left out.
    """
    flow = Flow.of(page.lines)
    tests = sorted(
        [*_framed(page, flow), *_beside(page, flow), *_noted(page, flow), *_by_law(flow)],
        key=lambda test: test.line,
    )
    return list(
        {
            test.model_copy(update={"line": 0}).model_dump_json(): test for test in reversed(tests)
        }.values()
    )[::-1]


def band(printed: str) -> tuple[SizeLimit, ...]:
    """What a band of head counts comes to (20人以下, 6～20名, 101名以上); nothing where the text
    has none that can be read.
    """
    text = plain(printed)
    match = _BAND.search(text)
    if match is None or not (match["least"] or match["bound"]) or is_cut_off(text, match.start()):
        return ()
    most, least = number(match["number"]), number(match["least"] or "0")
    if most is None or least is None:
        return ()
    highest = SizeLimit(
        of="employees",
        op=op(match["bound"]) if match["bound"] else "<=",
        amount=most,
        unit="人",
    )
    if not match["least"]:
        return (highest,)
    return (SizeLimit(of="employees", op=">=", amount=least, unit="人"), highest)


def _framed(page: Page, flow: Flow) -> Iterator[SizeTest]:
    """A measure with a frame for each class: who is in none of the smaller ones is in the one that
    is open to all.
    """
    frames = list(_FRAME.finditer(flow.text))
    if len(frames) < 2:
        return
    for frame in frames:
        if size := size_class_of(frame["who"]):
            line = flow.line_at(frame.start())
            by_whom: dict[Whom | None, list[SizeLimit | None]] = {}
            for match in _LIMIT.finditer(frame["who"]):
                by_whom.setdefault(_whom(match), []).append(_limit(match))
            for whom, printed in (by_whom or {None: []}).items():
                limits = [limit for limit in printed if limit is not None]
                if len(limits) < len(printed):
                    page.refuse(line, f"a size limit whose number cannot be read: {frame['who']}")
                else:
                    yield SizeTest(size_class=size, whom=whom, limits=limits, line=line)


def _whom(match: re.Match[str]) -> Whom | None:
    if match["firms"]:
        return "法人"
    return "個人事業主" if match["sole"] else None


def _limit(match: re.Match[str]) -> SizeLimit | None:
    """The limit; None where its number cannot be read."""
    amount = number(match["number"])
    if amount is None:
        return None
    of: Literal["employees", "group_employees", "capital", "sales"]
    if match["capital"]:
        of = "capital"
    elif not match["heads"]:
        of = "sales"
    else:
        of = "group_employees" if match["group"] else "employees"
    sign = op(match["bound"])
    return SizeLimit(
        of=of,
        op=OPPOSITE[sign] if match["out"] else sign,
        amount=amount,
        unit="円" if match["yen"] else "人",
    )


def _beside(page: Page, flow: Flow) -> Iterator[SizeTest]:
    """The head count beside the class, also by trade."""
    for match in _BESIDE.finditer(flow.text):
        size, line = _size(match["class"]), flow.line_at(match.start("number"))
        if match["trade"]:
            yield from _heads(page, size, "商業・サービス業", match["trade_number"], line)
        yield from _heads(
            page, size, "その他の業種" if match["trade"] else None, match["number"], line
        )


def _noted(page: Page, flow: Flow) -> Iterator[SizeTest]:
    """The head counts by trade in the note to a class."""
    for match in _NOTED.finditer(flow.text):
        for case in _CASE.finditer(match["cases"]):
            whom: Whom = "商業・サービス業" if _COMMERCE.search(case["trade"]) else "その他の業種"
            line = flow.line_at(match.start("cases") + case.start("number"))
            yield from _heads(page, _size(match["class"]), whom, case["number"], line)


def _heads(
    page: Page, size: SizeClass, whom: Whom | None, printed: str, line: int
) -> Iterator[SizeTest]:
    """The test by a head count; none where its number cannot be read."""
    amount = number(printed)
    if amount is None:
        page.refuse(line, f"a head count that cannot be read: {printed}")
        return
    limit = SizeLimit(of="employees", op="<=", amount=amount, unit="人")
    yield SizeTest(size_class=size, whom=whom, limits=[limit], line=line)


def _by_law(flow: Flow) -> Iterator[SizeTest]:
    for match in _BY_LAW.finditer(flow.text):
        yield SizeTest(
            size_class="中小企業", law="中小企業基本法", line=flow.line_at(match.start())
        )


def _size(printed: str) -> SizeClass:
    return size_class_of(printed) or "中小企業"
