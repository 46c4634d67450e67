"""Names out of cells that tell sentences beside or instead of them: no sentence of a sheet is
kept.
"""

from __future__ import annotations

import re

_BRACKETS = dict(zip("（(「『【", "）)」』】", strict=True))
_QUOTES = "「『"
_FULL_STOP = "。"
_LONGEST_QUOTE = 20  # letters; a longer one with a full stop is a sentence, a shorter one a name
_REMARK = re.compile(r"[←※].*", re.DOTALL)
_CALLED_BELOW = re.compile(r"[（(]以下、?[「『][^」』]*[」』]という。?[）)]")


def without_short_name(printed: str) -> str:
    """A name without what a text calls it from there on (以下「計画」という)."""
    return _CALLED_BELOW.sub("", printed)


def plan_name(printed: str) -> str:
    """The name of a plan: what brackets say behind a full stop (…。以下「計画」という。), quoted
    sentences and remarks are no part of it. Empty where the cell tells sentences.
    """
    kept, at = [], 0
    text = without_short_name(_REMARK.sub("", printed)).strip()
    while at < len(text):
        end = _end_of_bracket(text, at)
        if end is None:
            kept.append(text[at])
            at += 1
            continue
        kept.append(_bracket(text[at:end]))
        at = end
    name = "".join(kept)
    outside = re.sub(r"[「『][^」』]*[」』]", "", name)
    return "" if _FULL_STOP in outside else name.strip()


def article_name(printed: str) -> str:
    """The article without its text (第二十一条　…をつかさどる。)."""
    return printed.split("　")[0] if _FULL_STOP in printed else printed


def _end_of_bracket(text: str, at: int) -> int | None:
    """Behind the bracket that begins there; None where none does, or it is never closed."""
    if text[at] not in _BRACKETS:
        return None
    depth = 0
    for place in range(at, len(text)):
        depth += (text[place] in _BRACKETS) - (text[place] in _BRACKETS.values())
        if depth == 0:
            return place + 1
    return None


def _bracket(text: str) -> str:
    """A bracket without what it says behind a full stop; of a quotation, nothing where it is one of
    sentences.
    """
    if _FULL_STOP not in text:
        return text
    if text[0] in _QUOTES:
        return text if len(text) <= _LONGEST_QUOTE else ""
    said = text[1:-1].partition(_FULL_STOP)[0]
    return f"{text[0]}{said}{text[-1]}"
