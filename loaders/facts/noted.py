"""The case in which a limit or a share holds, where the note tells it that a mark behind the number
leads to (1/2・2/3※1 … ※1：港を直す場合：2/3).
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from loaders.facts.parts import T
from loaders.text.compact import Compact
from loaders.text.glyphs import as_printed
from loaders.vocabulary.patterns import patterns

_PATTERNS = patterns(__file__)
_MARK = _PATTERNS["mark"]
_ROW = _PATTERNS["row"]
_NOTE = _PATTERNS["note"]
_CONDITION = _PATTERNS["condition"]
_ONLY_CONDITION = _PATTERNS["only_condition"]
_PORTION = _PATTERNS["portion"]
_GOES_ON = tuple("はにのをも、:")
_ENDS = _PATTERNS["ends"]


def with_notes(compact: Compact, facts: Sequence[tuple[T, int, int]]) -> list[T]:
    """The facts, each with where its number begins and ends in the compact text, with the case of
    their note as their band, where they have none and are for no size class: of the numbers in a
    row before a mark those that the note names, else, where it is nothing but a case, the last.
    """
    if "※" not in compact.text:
        return [fact for fact, _, _ in facts]
    return [
        fact.model_copy(update={"band": as_printed(band)})
        if not (fact.band or fact.size_class) and (band := _band(compact, start, end))
        else fact
        for fact, start, end in facts
    ]


def _band(compact: Compact, start: int, end: int) -> str | None:
    mark = _MARK.match(compact.text, end) or _ROW.match(compact.text, end)
    note = next(_notes(compact, mark), None) if mark else None
    if mark is None or note is None:
        return None
    says = _own(compact, note)
    condition = _CONDITION.match(says)
    number = re.search(rf"(?<![\d/,.]){re.escape(compact.text[start:end])}(?![\d/])", says)
    if condition and number and number.start() >= condition.end():
        case = condition["condition"]
        portion = _PORTION.search(says, 0, number.start())
        return f"{case}・{portion['portion']}" if portion else case
    if mark.re is not _MARK:
        return None
    begins = note.start("says")
    lines = [says[: o - begins] for o in compact.openings if begins < o < begins + len(says)]
    told = [m for text in [*sorted(lines), says] if (m := _ONLY_CONDITION.fullmatch(text))]
    going_on = bool(told) and says[len(told[0].group()) :].startswith(_GOES_ON)
    return told[0]["condition"] if told and not going_on else None


def _own(compact: Compact, note: re.Match[str]) -> str:
    """What a note says, without the lines below with which another cell begins."""
    text, (start, end) = compact.text, note.span("says")
    ends = [o for o in compact.openings if start < o < end and _ENDS.match(text, o - 2)]
    return text[start : min(ends, default=end)]


def _notes(compact: Compact, mark: re.Match[str]) -> Iterator[re.Match[str]]:
    """The notes of the mark's number behind it, each at the head of a line, the nearest first."""
    for opening in sorted(o for o in compact.openings if o >= mark.end() - 2):
        note = _NOTE.match(compact.text, opening)
        if note and note["number"] == mark["number"]:
            yield note
