"""Frames of a tax measure: an ordinary rate of credit, and higher ones for those who ask for more
or are of a size.

「通常枠 … 税額控除４％ / 下記①を満たした上で…いずれかを満たす … 税額控除５％ / 中堅企業枠 …
税額控除６％」, flattened to running text.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from graph.schema.size_classes import SizeClass, size_names
from loaders.bonuses.conditions import Condition, any_of, names, phrase
from loaders.bonuses.draft import Draft
from loaders.text.lines import Flow

_CREDIT = re.compile(
    r"(?P<printed>(?:特別償却\s*\d+(?:\.\d+)?%\s*(?:又は|または|/|・)\s*)?税額控除\s*(?P<rate>\d+(?:\.\d+)?)%)"
)
_FRAME = re.compile(r"(?P<name>[一-龥ァ-ヶー]{2,8}枠)\s*$")
_CRITERIA = re.compile(r"(?:下記|次の|以下の)(?P<what>[^。]{1,40}?を満たす)(?:こと|場合)?")
# (1)…調査事業 上限… (2)…事業 上限…: the parts of a scheme, each with its own sum
_PART = re.compile(
    r"\((?P<number>[1-9])\)(?P<name>[^()※。"
    r":]{4,50}?(?:事業|類型|枠|コース))(?=\s*(?:上限|補助|定額))"
)
_APPROVED = re.compile(r"[」』]?(?:[*※]\d)?の(?:承認|認定)を受けた(?:者|事業者|企業)")


def credit_frames(flow: Flow) -> Iterator[Draft]:
    """Each frame whose credit is above that of the first, with what the text between asks for."""
    text = flow.text
    credits = list(_CREDIT.finditer(text))
    plan = next((any_of([name]) for name in names(text) if _APPROVED.match(text, name.end)), None)
    for before, credit in zip(credits, credits[1:], strict=False):
        between = text[before.end() : credit.start()]
        asked = _FRAME.search(between) or _CRITERIA.search(between)
        if asked is None or float(credit["rate"]) <= float(credits[0]["rate"]):
            continue
        size = next(
            (
                name
                for name in size_names()
                if asked.re is _FRAME and asked["name"].startswith(name)
            ),
            None,
        )
        yield Draft(
            _both(plan, phrase(asked.group()), size),
            "tax_credit_uplift",
            flow.line_at(credit.start()),
            credit["printed"],
            size_class=size,
            exclusive_group=credits[0]["printed"],
            rank=1 + sum(float(other["rate"]) > float(credit["rate"]) for other in credits),
        )


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


def _both(plan: Condition | None, other: Condition, size: SizeClass | None) -> Condition:
    """The plan and what the frame asks for; of a frame that is for a size class that says the size
    class.
    """
    if plan is None:
        return other
    return Condition(
        plan.printed + other.printed,
        "all",
        plan.kind,
        plan.requires if size else plan.requires + other.requires,
    )
