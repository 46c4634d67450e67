"""The case in which a limit or a share holds, where the words right before it tell one."""

from __future__ import annotations

from loaders.facts.whose import named
from loaders.vocabulary.patterns import patterns

_PATTERNS = patterns(__file__)
_IN_BRACKET = _PATTERNS["other_in_bracket"]
_CASES = (
    _PATTERNS["case"],
    _PATTERNS["case_before"],
    _IN_BRACKET,
    _PATTERNS["next_in_bracket"],
    _PATTERNS["part_in_bracket"],
)
_OTHERS = (
    _PATTERNS["by_degree"],
    _PATTERNS["rung"],
    _PATTERNS["portion"],
    _PATTERNS["period"],
    _PATTERNS["total"],
    _PATTERNS["relief"],
)
_RAISED = (
    _PATTERNS["special"],
    _PATTERNS["raised_for"],
    _PATTERNS["raised_if"],
    _PATTERNS["year_first"],
)
_RAISED_BEHIND = _PATTERNS["raised_behind"]
_COUNT_BEHIND = _PATTERNS["count_behind"]
_OF_A_NUMBER = tuple("0123456789%円割内下")
_COUNTED_PER = _PATTERNS["counted_per"]
TOTAL = "総額"  # the band of a limit of all parts together
_LEAD = 60  # characters before a number in which its case is named


def case_of(lead: str) -> str | None:
    """The case that the words (without blanks) right before a number name, or with which the
    bracket begins that is open behind them (港を直す場合); the step, part, time or kind of relief
    that it is for, or by what it is counted (+3%, 5億円を超える部分, 単年, 特別償却).
    """
    lead = lead[-_LEAD:]
    match = next((m for pattern in _CASES if (m := pattern.search(lead))), None)
    if match:
        whom = match["band"].removesuffix("の場合")
        return None if named(whom) or named(f"{whom}企業") else match["band"]
    found = [_COUNTED_PER.search(lead), *(pattern.search(lead) for pattern in _OTHERS)]
    return "・".join([m["band"] for m in found if m][:2]) or None


def raised(text: str, start: int, end: int) -> str | None:
    """The special treatment by which, or those for whom, the number from `start` to `end` of a text
    (without blanks) is the raised one.
    """
    begin = max(0, start - _LEAD)
    before = next((m for pattern in _RAISED if (m := pattern.search(text, begin, start))), None)
    match = before or _RAISED_BEHIND.match(text, end)
    return match["band"] if match else None


def case_in_bracket(text: str, at: int) -> str | None:
    """For whom or where a number at an offset of a text (without blanks) holds that stands in the
    bracket of another (1億円以上(離島は5千万円以上)).
    """
    match = _IN_BRACKET.search(text, max(0, at - _LEAD), at)
    return match["band"] if match and named(match["band"]) is None else None


def count_behind(text: str, end: int) -> str | None:
    """The head count or the year in the bracket behind a number that ends at an offset of a text
    (without blanks).
    """
    match = _COUNT_BEHIND.match(text, end)
    return match["band"] if match else None


def without_counts_behind(lead: str) -> str:
    """The words before a number without the brackets that tell what numbers before it are for."""
    ends = [at for at in range(1, len(lead)) if lead[at] == "(" and lead[at - 1] in _OF_A_NUMBER]
    for at in reversed(ends):
        if match := _COUNT_BEHIND.match(lead, at):
            lead = lead[:at] + lead[match.end() :]
    return lead
