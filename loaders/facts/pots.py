"""The name of the larger sum that a measure gets a part of (…交付金 2,000億円の内数)."""

from __future__ import annotations

from loaders.text.compact import Compact
from loaders.text.fiscal import fiscal_marks
from loaders.vocabulary.patterns import patterns

_PATTERNS = patterns(__file__)
_BEFORE = _PATTERNS["before"]
_AFTER = _PATTERNS["after"]
_HEADING = _PATTERNS["heading"]
_BULLET = _PATTERNS["bullet"]
_LEADING = _PATTERNS["leading"]
_REST_OF_HEADING = _PATTERNS["rest_of_heading"]


def pot(compact: Compact, lead_start: int, start: int, end: int) -> str | None:
    """The pot of the sum at `start`–`end` of the compact text, looked for in the words from
    `lead_start` on and after the sum.

    It stands before the sum, before the sum's fiscal mark, or after 内数; None where no words there
    name money.
    """
    text = compact.text
    lead = text[lead_start:start]
    for words in _stretches(compact, lead, lead_start):
        if match := _BEFORE.search(_LEADING.sub("", words.rstrip("[【(:：」』"))):
            return match.group(1)
    after = text[end : end + 80]
    for mark in reversed(fiscal_marks(after)):
        after = after[: mark.start] + after[mark.end :]
    match = _AFTER.match(after)
    return match.group(1) if match else None


def _stretches(compact: Compact, lead: str, lead_start: int) -> list[str]:
    """The words between the last fiscal mark and the sum, then those before that mark; a heading or
    a bullet begins them.
    """
    marks = fiscal_marks(lead)
    begins = [
        m.end()
        for m in _HEADING.finditer(lead)
        if not any(mark.start < m.end() and m.start() <= mark.end for mark in marks)
    ]
    begins += [
        o - lead_start + 1
        for o in compact.openings
        if lead_start <= o < lead_start + len(lead) and _BULLET.match(compact.text, o)
    ]
    begin = max([0, *begins])
    last = next((m for m in reversed(marks) if m.start >= begin), None)
    return (
        [_REST_OF_HEADING.sub("", lead[last.end :]), lead[begin : last.start]]
        if last
        else [lead[begin:]]
    )
