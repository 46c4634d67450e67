"""Frames of a tax measure: an ordinary rate of credit, and higher ones for those who ask for more
or are of a size.

「通常枠 … 税額控除４％ / 下記①を満たした上で…いずれかを満たす … 税額控除５％ / 中堅企業枠 …
税額控除６％」, flattened to running text.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from graph.schema.size_classes import SizeClass, size_names
from loaders.bonuses.conditions import Condition, any_of, phrase
from loaders.bonuses.draft import Draft
from loaders.bonuses.names import names
from loaders.bonuses.pointers import pointed_at
from loaders.text.lines import Flow
from loaders.vocabulary.patterns import patterns

_PATTERNS = patterns(__file__)
_CREDIT = _PATTERNS["credit"]
_FRAME = _PATTERNS["frame"]
_CRITERIA = _PATTERNS["criteria"]
_PART = _PATTERNS["part"]
_OF_WHAT = _PATTERNS["of_what"]
_APPROVED = _PATTERNS["approved"]


def credit_frames(flow: Flow) -> Iterator[Draft]:
    """Each frame whose credit is above that of the first, with what the text between asks for; and
    the plain credits for whoever has the plan, that of the first frame and those of what costs less
    (建物).
    """
    text = flow.text
    credits = list(_CREDIT.finditer(text))
    plan = next((any_of([name]) for name in names(text) if _APPROVED.match(text, name.end)), None)
    higher = list(_higher(flow, credits, plan))
    yield from higher
    if higher and plan is not None:
        yield from _plain(flow, credits, plan)


def _plain(flow: Flow, credits: Sequence[re.Match[str]], plan: Condition) -> Iterator[Draft]:
    first = credits[0]
    better = sum(float(credit["rate"]) > float(first["rate"]) for credit in credits)
    group, line = first["printed"], flow.line_at(first.start())
    yield Draft(plan, "base", line, first["printed"], exclusive_group=group, rank=1 + better)
    for before, credit in pairwise(credits):
        of = _OF_WHAT.fullmatch(flow.text[before.end() : credit.start()])
        if of and float(credit["rate"]) < float(first["rate"]):
            line, frame = flow.line_at(credit.start()), "".join(of["what"].split())
            yield Draft(plan, "base", line, credit["printed"], frame=frame)


def _higher(
    flow: Flow, credits: Sequence[re.Match[str]], plan: Condition | None
) -> Iterator[Draft]:
    text = flow.text
    for before, credit in pairwise(credits):
        between = text[before.end() : credit.start()]
        frame = _FRAME.search(between)
        asks = frame or _CRITERIA.search(between)
        if asks is None or float(credit["rate"]) <= float(credits[0]["rate"]):
            continue
        size = _size_of(frame["name"]) if frame else None
        below = None if frame else pointed_at(asks.group(), between[asks.end() :])
        yield Draft(
            _both(plan, below or phrase(asks.group()), size),
            "tax_credit_uplift",
            flow.line_at(credit.start()),
            credit["printed"],
            size_class=size,
            exclusive_group=credits[0]["printed"],
            rank=1 + sum(float(better["rate"]) > float(credit["rate"]) for better in credits),
            unstated=("condition",) if size and plan else (),
        )


def _size_of(frame: str) -> SizeClass | None:
    """The size class with which the name of a frame begins."""
    return next((size for size in size_names() if frame.startswith(size)), None)


def numbered_parts(text: str) -> dict[str, str]:
    """The numbered parts of a scheme, by number as the text refers to it (➀), each with its name as
    printed.
    """
    return {
        chr(ord("➀") + int(part["number"]) - 1): part["name"].strip()
        for part in _PART.finditer(text)
    }


def part_at(text: str, at: int) -> str | None:
    """The name of the numbered part in which an offset stands; None before the first and where
    there is none.
    """
    return next(
        (part["name"].strip() for part in reversed(list(_PART.finditer(text, 0, at)))), None
    )


def _both(plan: Condition | None, frame: Condition, size: SizeClass | None) -> Condition:
    """The plan and what the frame asks for; of a frame that is for a size class that says the size
    class.
    """
    if plan is None:
        return frame
    return Condition(
        plan.printed + frame.printed,
        "all",
        plan.kind,
        plan.requires if size else plan.requires + frame.requires,
        frame.unreadable,
    )
