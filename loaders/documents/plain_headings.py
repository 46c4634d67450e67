"""Headings that stand where a measure's name would and name none."""

from __future__ import annotations

from loaders.text.lines import plain
from loaders.vocabulary.patterns import patterns

_PATTERNS = patterns(__file__)
_PLAIN = _PATTERNS["plain"]


def names_a_measure(title: str) -> bool:
    """Whether a heading, as printed, can be a measure's name; not one that says only when or that
    something was done.
    """
    return not _PLAIN.fullmatch("".join(plain(title).split()))
