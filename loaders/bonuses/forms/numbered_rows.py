"""The numbered rows of a course, and what a note gives some in their place."""

from __future__ import annotations

import re
from collections.abc import Iterator

from loaders.bonuses.conditions import phrase
from loaders.bonuses.draft import Draft
from loaders.catalogue.records import Benefit
from loaders.text.amounts import MONEY
from loaders.text.lines import Flow
from loaders.vocabulary.patterns import patterns

_PATTERNS = patterns(__file__, money=MONEY)
_NOTE = _PATTERNS["note"]
_SUMS = _PATTERNS["sums"]
_ROW = _PATTERNS["row"]


def numbered_rows(flow: Flow) -> Iterator[Draft]:
    """「➀見習→職人：7万円 ➁…」 with a note 「…コースについては、…場合は、➀9万円➁➂5万円となる」:
    what each row gives, and what it gives those of the note. Rows that the note does not number are
    left: it is the note that says of which course they are.
    """
    rows = {row["number"]: row for row in _ROW.finditer(flow.text)}
    for note in _NOTE.finditer(flow.text):
        for sums in _SUMS.finditer(flow.text, *note.span("sums")):
            for row in filter(None, map(rows.get, sums["numbers"])):
                frame = f"{note['frame']} {row['what']}"
                yield _level(flow, row["what"], "base", row, frame)
                yield _level(flow, note["when"], "grant_uplift", sums, frame)


def _level(flow: Flow, when: str, benefit: Benefit, told: re.Match[str], frame: str) -> Draft:
    line, value = flow.line_at(told.start("value")), _spaced(told["value"])
    return Draft(phrase(when), benefit, line, value, "level", frame=frame)


def _spaced(printed: str) -> str:
    return " ".join(printed.split())
