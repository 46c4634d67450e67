"""Tables of a tax credit that a PDF has flattened: size class × wage rise × rate, and what adds
points to the rate.

What survives of such a table is its order: who may apply, then a ladder of rates (「＋３％
１０％」), then uplifts (「条件 ⇒ 税額控除率を５%上乗せ」), class after class, and a legend that
names the uplifts.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from graph.schema.size_classes import SizeClass
from loaders.bonuses.clauses import numerals
from loaders.bonuses.conditions import phrase
from loaders.bonuses.draft import Draft
from loaders.bonuses.ladders import Rung, climbed
from loaders.text.lines import Flow
from loaders.vocabulary.bonus_words import size_told

_FRAME = re.compile(r"適用対象(?:者)?:(?=(?P<who>.{4,60}))")
_LADDER = re.compile(r"(?P<what>[^%。():⇒→]{3,40})\s*\(前年度比\)\s*税額控除率\s*(?=\+)")
_RUNG = re.compile(
    r"\s*(?P<step>\+\d+(?:\.\d+)?%)(?:以上)?\s*(?:\([^)]{1,6}\))?\s*(?P<rate>\d+(?:\.\d+)?%)(?:\([^)]{1,6}\))?"
)
_UPLIFT = re.compile(
    r"(?P<when>[^⇒→%。"
    r"]{2,40}(?:%(?:以上)?)?)\s*[⇒→]\s*税額控除率[をに]?\s*(?P<points>\d+(?:\.\d+)?%)\s*(?:を)?(?:上乗せ|加算|引き?上げ)"
)
_LEGEND = re.compile(
    r"上乗せ要件(?P<number>[➀-➉\d])\s*(?:\([^)]{1,6}\))?\s*(?P<name>[^\s➀-➉()]{2,20}?)(?=上乗せ要件|必須要件|[\s(]|$)"
)
_LEFT_OVER = re.compile(r"^.*(?:上乗せ|加算|引き?上げ|個人事業主|法人|企業者?等?)")
_BARE = re.compile(r"^(?:前年度比)?\+?\d")


@dataclass(frozen=True)
class _Block:
    """One class's part of the table: what its ladder is of, and where its rungs begin and it ends
    (offsets of the flow).
    """

    size_class: SizeClass | None
    what: str
    start: int
    end: int


def credit_table(flow: Flow) -> Iterator[Draft]:
    """The lowest rung is what the credit asks for; each further rung and each uplift raises its
    rate.
    """
    text = numerals(flow.text)
    legend = [match["name"] for match in _LEGEND.finditer(_lines(flow))]
    for block in _blocks(text):
        yield from _rungs(text, block, flow)
        for nth, uplift in enumerate(
            _UPLIFT.finditer(text, _rungs_end(text, block.start), block.end)
        ):
            when = uplift["when"].strip()
            if _BARE.match(when) and nth < len(legend):
                when = f"{legend[nth]}{when.removeprefix('前年度比')}"
            yield Draft(
                phrase(when),
                "tax_credit_uplift",
                flow.line_at(uplift.start("when")),
                uplift["points"],
                size_class=block.size_class,
            )


def _lines(flow: Flow) -> str:
    """The flow's text with its lines apart again: in a legend a line's end ends the name."""
    ends = [*flow.starts[1:], len(flow.text)]
    return "\n".join(flow.text[start:end] for start, end in zip(flow.starts, ends, strict=True))


def _blocks(text: str) -> list[_Block]:
    ladders = list(_LADDER.finditer(text))
    frames = [size_told(match["who"].partition("適用対象")[0]) for match in _FRAME.finditer(text)]
    sizes = frames if len(frames) == len(ladders) else [None] * len(ladders)
    whats = [_LEFT_OVER.sub("", ladder["what"]).strip() for ladder in ladders]
    ends = [
        *(ladder.end("what") - len(what) for ladder, what in zip(ladders, whats, strict=True)),
        len(text),
    ][1:]
    return [
        _Block(size, what, ladder.end(), end)
        for size, what, ladder, end in zip(sizes, whats, ladders, ends, strict=True)
    ]


def _rungs(text: str, block: _Block, flow: Flow) -> Iterator[Draft]:
    rungs, at = [], block.start
    while rung := _RUNG.match(text, at, block.end):
        rungs.append(
            Rung(
                phrase(f"{block.what}(前年度比){rung['step']}"),
                rung["rate"],
                flow.line_at(rung.start("step")),
            )
        )
        at = rung.end()
    yield from climbed(rungs, "tax_credit_uplift", block.size_class)


def _rungs_end(text: str, at: int) -> int:
    while rung := _RUNG.match(text, at):
        at = rung.end()
    return at
