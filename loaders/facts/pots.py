"""The name of the larger sum that a measure gets a part of (…交付金 2,000億円の内数)."""

from __future__ import annotations

import re

from loaders.compact import Compact
from loaders.fiscal import fiscal_marks

_NAME = r"[^。、()\[\]【】「」『』<>※]{2,60}?(?:事業費?|交付金|補助金|助成金|基金|対策費?|プログラム|委託費|推進費|融資|投資)"
_BEFORE = re.compile(rf"(?:^|[。、()\[\]【】「」『』<>※])({_NAME})(?:等|総額|のうち)*約?$")
_AFTER = re.compile(rf"(?:の|\()*(?:※の?)?内数\)?(?:\(|※)({_NAME})(?=の?内数|[()※●•⚫・■□]|お?問合せ|$)")
_HEADING = re.compile(r"予算(?:案|\(案\))?(?:総?額)?(?:\(案\))?(?:案)?[:：]?|所[用要]額[:：]?")
_BULLET = re.compile(r"[●•⚫・■□◆◇◼○〇◯✓➢▶►※*✔①-⑳➀-➉]")
_LEADING = re.compile(r"^(?:及び|並びに|[・、:：)\]】])+")


def pot(compact: Compact, lead_start: int, start: int, end: int) -> str | None:
    """The pot of the sum at `start`–`end` of the compact text, looked for in the words from `lead_start` on and after the sum.

    It stands before the sum, before the sum's fiscal mark, or after 内数; None where no words there name money.
    """
    text = compact.text
    lead = text[lead_start:start]
    for words in _stretches(compact, lead, lead_start):
        if match := _BEFORE.search(_LEADING.sub("", words.rstrip("[【(:："))):
            return match.group(1)
    after = text[end:end + 80]
    for mark in reversed(fiscal_marks(after)):
        after = after[:mark.start] + after[mark.end:]
    match = _AFTER.match(after)
    return match.group(1) if match else None


def _stretches(compact: Compact, lead: str, lead_start: int) -> list[str]:
    """The words between the last fiscal mark (or heading) and the sum, then those before that mark; bullets cut."""
    cuts = [(m.start, m.end) for m in fiscal_marks(lead)] + [m.span() for m in _HEADING.finditer(lead)]
    cuts += [(o - lead_start, o - lead_start + 1) for o in compact.openings
             if lead_start <= o < lead_start + len(lead) and _BULLET.match(compact.text, o)]
    stretches, right = [], len(lead)
    for start, end in sorted(cuts, reverse=True):
        if end <= right:
            stretches.append(lead[end:right])
        right = min(right, start)
    return [s for s in [*stretches, lead[:right]] if s][:2]
