"""The frame of which each goal is that a leaflet asks for: that whose name its paragraph takes up,
and the frame that is left for the goal that is left.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from loaders.bonuses.draft import Draft
from loaders.catalogue.records import Cap
from loaders.documents.leaflets_2025.bonuses import blocks
from loaders.text.page import Page

# what a frame's name begins with, where that is a word of its own (カタログ of カタログ注文型)
_WORD = re.compile(r"[ァ-ヴー]{3,}|[A-Za-z]{2,}")


def with_frames(drafts: Sequence[Draft], page: Page, limits: Sequence[Cap]) -> list[Draft]:
    """The drafts of a leaflet, its goals (requirements in numbers of one name) with their frames,
    where there are as many as frames with caps (`limits`) and all but one show whose they are.
    """
    frames = list(dict.fromkeys(cap.frame for cap in limits if cap.frame))
    goals = [draft for draft in drafts if _is_goal(draft)]
    if len(frames) < 2 or len(goals) != len(frames) or len(set(map(_what, goals))) > 1:
        return list(drafts)
    of_goal: dict[int, str] = {}
    for goal in goals:
        shown = [frame for frame in frames if _shows(frame, _paragraph(page, goal.line))]
        if len(shown) == 1:
            of_goal[goal.line] = shown[0]
    left = [frame for frame in frames if frame not in of_goal.values()]
    if len(left) != 1 or len(of_goal) != len(goals) - 1:
        return list(drafts)
    return [
        replace(draft, frame=of_goal.get(draft.line, left[0])) if _is_goal(draft) else draft
        for draft in drafts
    ]


def _is_goal(draft: Draft) -> bool:
    ways = [way for group in draft.condition.requires for way in group]
    return draft.benefit == "requirement" and len(ways) == 1 and ways[0].amount is not None


def _what(draft: Draft) -> str:
    return draft.condition.requires[0][0].what


def _shows(frame: str, text: str) -> bool:
    word = _WORD.match(frame)
    return word is not None and word.group() in text


def _paragraph(page: Page, line: int) -> str:
    return next(
        (
            "".join(each.plain for each in block.lines)
            for block in blocks(page)
            if block.start <= line <= block.end
        ),
        "",
    )
