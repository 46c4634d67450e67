"""The name of the larger sum that a measure gets a part of (…交付金 2,000億円の内数)."""

from __future__ import annotations

import re

from loaders.text.compact import Compact
from loaders.text.fiscal import fiscal_marks
from loaders.text.glyphs import BULLETS, ITEMS, KEPT_CIRCLED, NOTES, RINGS

_NAME = (
    r"[^。、"
    rf"()\[\]【】「」『』<>※•{ITEMS}{RINGS}]{{2,60}}?(?:事業費?|交付金|補助金|助成金|基金|対策費?|プログラム|委託費|推進費|融資|投資)"
)
_BEFORE = re.compile(rf"(?:^|[。、()\[\]【】「」『』<>※])({_NAME})(?:等|総額|のうち)*約?$")
_AFTER = re.compile(rf"(?:の|\()*(?:※の?)?内数\)?(?:\(|※)({_NAME})(?![費者所主])")
_HEADING = re.compile(r"予算(?:案|\(案\))?(?:総?額)?(?:\(案\))?(?:案)?[:：]?|所[用要]額[:：]?")
_BULLET = re.compile(rf"[{BULLETS}{NOTES}{KEPT_CIRCLED}]")
_LEADING = re.compile(r"^(?:及び|並びに|で|[・、:：)\]】])+")


def pot(compact: Compact, lead_start: int, start: int, end: int) -> str | None:
    """The pot of the sum at `start`–`end` of the compact text, looked for in the words from
    `lead_start` on and after the sum.

    It stands before the sum, before the sum's fiscal mark, or after 内数; None where no words there
    name money.
    """
    text = compact.text
    lead = text[lead_start:start]
    for words in _stretches(compact, lead, lead_start):
        if match := _BEFORE.search(_LEADING.sub("", words.rstrip("[【(:："))):
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
    marks = [m for m in fiscal_marks(lead)]
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
        [re.sub(r"^額?[:：]", "", lead[last.end :]), lead[begin : last.start]]
        if last
        else [lead[begin:]]
    )
