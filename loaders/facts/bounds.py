"""Bounds behind a number (以上, 未満, を超える …) as the signs of comparison that records hold, and
head counts with one.
"""

from __future__ import annotations

from typing import Literal

from loaders.vocabulary.patterns import patterns

Op = Literal[">=", ">", "<=", "<"]

_PATTERNS = patterns(__file__)
BOUND = _PATTERNS["bound"]
HEAD_COUNT = _PATTERNS["head_count"]
_AT_LEAST = _PATTERNS["at_least"]
_AT_MOST = _PATTERNS["at_most"]
_BELOW = _PATTERNS["below"]
OPPOSITE: dict[Op, Op] = {">=": "<", ">": "<=", "<=": ">", "<": ">="}


def op(bound: str) -> Op:
    """The sign of what `BOUND` matched."""
    if _AT_LEAST.fullmatch(bound):
        return ">="
    if _AT_MOST.fullmatch(bound):
        return "<="
    return "<" if _BELOW.fullmatch(bound) else ">"
