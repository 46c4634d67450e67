"""Brackets of a text: how many are left open, and what one holds."""

from __future__ import annotations

import re

OPENING, CLOSING = "(（「『【〔", ")）」』】〕"
# characters that a bracket holds at most: one that a lost line left open must not hold a page
_LONGEST = 120


def depth(text: str) -> int:
    """How many brackets the text leaves open; less than 0 where it closes more than it opens."""
    return sum(map(text.count, OPENING)) - sum(map(text.count, CLOSING))


def held(text: str, at: int) -> str:
    """What the round bracket of `plain` text that has opened right before `at` holds, brackets
    within it included; "" where it is not closed soon.
    """
    open_brackets = 1
    for mark in re.compile(r"[()]").finditer(text, at, at + _LONGEST):
        open_brackets += 1 if mark.group() == "(" else -1
        if open_brackets == 0:
            return text[at : mark.start()]
    return ""
