"""Tables of a tax credit that a PDF has flattened: size class × wage rise × rate, and what adds
points to the rate.

What survives of such a table is its order: who may apply, then a ladder of rates (「＋３％
１０％」), then uplifts (「条件 ⇒ 税額控除率を５%上乗せ」), class after class, and a legend that
names the uplifts.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise

from graph.schema.size_classes import SizeClass
from loaders.bonuses.clauses import numerals
from loaders.bonuses.conditions import phrase
from loaders.bonuses.draft import Draft
from loaders.bonuses.forms.ladders import Rung, climbed
from loaders.text.lines import Flow
from loaders.vocabulary.bonus_words import size_class_of
from loaders.vocabulary.patterns import patterns

_PATTERNS = patterns(__file__)
_RATE_OF_CREDIT = _PATTERNS["rate_of_credit"]
_FRAME = _PATTERNS["frame"]
_NEXT_FRAME = _PATTERNS["next_frame"]
_LADDER = _PATTERNS["ladder"]
_RUNG = _PATTERNS["rung"]
_UPLIFT = _PATTERNS["uplift"]
_LEGEND = _PATTERNS["legend"]
_LEFT_OVER = _PATTERNS["left_over"]
_BARE = _PATTERNS["bare"]


@dataclass(frozen=True)
class _Block:
    """One class's part of the table."""

    size_class: SizeClass | None
    """Whom it is for; None where the table does not say."""
    what: str
    """Of what its ladder is, as printed, with over what time."""
    start: int
    """Where its rungs begin (offset of the flow)."""
    end: int
    """Where it ends."""


def credit_table(flow: Flow) -> Iterator[Draft]:
    """The lowest rung is what the credit asks for; each further rung and each uplift raises its
    rate.
    """
    if not _RATE_OF_CREDIT.search(flow.text):  # every ladder and uplift of such a table names it
        return
    text = numerals(flow.text)
    legend = [match["name"] for match in _LEGEND.finditer(_lines(flow))]
    for block in _blocks(text):
        yield from _rungs(text, block, flow)
        for nth, uplift in enumerate(
            _UPLIFT.finditer(text, _rungs_end(text, block.start), block.end)
        ):
            when = uplift["when"].strip()
            if nth < len(legend) and (bare := _BARE.match(when)):
                when = legend[nth] + when[bare.end() :]
            yield Draft(
                phrase(when),
                "tax_credit_uplift",
                flow.line_at(uplift.start("when")),
                uplift["points"],
                size_class=block.size_class,
            )


def _lines(flow: Flow) -> str:
    """The flow's text with its lines apart again: in a legend a line's end ends the name."""
    starts = [*flow.starts, len(flow.text)]
    return "\n".join(flow.text[start:end] for start, end in pairwise(starts))


def _blocks(text: str) -> list[_Block]:
    ladders = list(_LADDER.finditer(text))
    frames = [size_class_of(_NEXT_FRAME.split(match["who"])[0]) for match in _FRAME.finditer(text)]
    sizes = frames if len(frames) == len(ladders) else [None] * len(ladders)
    whats = [_LEFT_OVER.sub("", ladder["what"]).strip() for ladder in ladders]
    ends = [
        *(ladder.end("what") - len(what) for ladder, what in zip(ladders, whats, strict=True)),
        len(text),
    ][1:]
    return [
        _Block(size, what + ladder["over"], ladder.end(), end)
        for size, what, ladder, end in zip(sizes, whats, ladders, ends, strict=True)
    ]


def _rungs(text: str, block: _Block, flow: Flow) -> Iterator[Draft]:
    rungs, at = [], block.start
    while rung := _RUNG.match(text, at, block.end):
        rungs.append(
            Rung(
                phrase(block.what + rung["step"]),
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
