"""What the number of a condition counts, by the words before it or behind its bound."""

from __future__ import annotations

from loaders.vocabulary.patterns import patterns

_PATTERNS = patterns(__file__)
_ASIDE = _PATTERNS["aside"]
_BEFORE = _PATTERNS["before"]
_OF_IT = _PATTERNS["of_it"]
_BEHIND = _PATTERNS["behind"]
_HEADS = _PATTERNS["heads"]
_NO_NAME = _PATTERNS["no_name"]
_REACH = 90  # characters before a number in which its name stands


def counted(text: str, start: int, end: int, unit: str) -> str | None:
    """What the number from `start` to `end` (its bound included) of a statement counts, as printed
    without blanks; None where no noun says it.

    What is done with it (費用の1割以上の削減) is part of it; of heads it is those who stand behind
    (5者以上の会社).
    """
    lead = "".join(text[max(0, start - _REACH) : start].split())
    before = _BEFORE.search(_ASIDE.sub("", lead))
    behind = _BEHIND.match("".join(text[end:].split()))
    names = [match["name"] for match in (before, behind) if match]
    if len(names) > 1 and _OF_IT.search(lead):
        names = ["の".join(names)]
    elif _HEADS.fullmatch(unit):
        names.reverse()
    return next((name for name in names if not _NO_NAME.search(name)), None)
