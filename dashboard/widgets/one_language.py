"""Tables that the command line writes in both languages (`得点 score`) in the one of the session,
in Japanese with the words that the pages have.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import cache

from dashboard.text.preferred import preferred_words
from dashboard.text.words import Words
from graph.files.csv_file import Value
from graph.files.spreadsheets import Sheet
from graph.schema.budget_kinds import budget_kinds
from queries.overlap import headings as of_overlap
from queries.overlap.grades import NAMES
from queries.themes import headings as of_themes

# Japanese, what has no Japanese, and perhaps a number for both: `府省庁・機関 office (1)`
_BOTH = re.compile(r"(.*[^ -~](?:id)?) ([ -~]+?)( \(\d\))?")
_SENTENCES = {"ja": "english", "en": "japanese"}  # the column of the other language's sentences


def in_one_language(words: Words, sheets: Sequence[Sheet]) -> list[Sheet]:
    """The sheets with every word of ours in the session's language alone; names of measures and
    ministries stay as they are. What the reader cannot use, where the graph lies on the server, is
    left out.
    """
    return [_sheet(words.language, sheet) for sheet in sheets]


def _sheet(language: str, sheet: Sheet) -> Sheet:
    other = of_overlap.headings().columns[_SENTENCES[language]]  # type: ignore[index]  # ja or en
    kept = [at for at, heading in enumerate(sheet.headings) if heading != other]
    place = of_overlap.headings().asked["store"]
    return replace(
        sheet,
        name=_said(language, sheet.name),
        headings=[_said(language, sheet.headings[at]) for at in kept],
        rows=[[_value(language, row[at]) for at in kept] for row in sheet.rows],
        above=[
            (_said(language, name), _value(language, value))
            for name, value in sheet.above
            if name != place
        ],
    )


def _value(language: str, value: Value) -> Value:
    return _said(language, value) if isinstance(value, str) and " " in value else value


def _said(language: str, text: str) -> str:
    found, said = _phrases(language)
    return found.sub(lambda match: said[match[0]], text)


@cache
def _phrases(language: str) -> tuple[re.Pattern[str], dict[str, str]]:
    """What finds a phrase in both languages, the longest first, and what each is in the one."""
    said = {both: _preferred(language, text) for both, text in _pairs(language)}
    longest_first = sorted(said, key=lambda both: (-len(both), both))
    return re.compile("|".join(map(re.escape, longest_first))), said


def _pairs(language: str) -> Iterator[tuple[str, str]]:
    """Phrase in both languages → in one."""
    overlap, themes = of_overlap.headings(), of_themes.headings()
    for both in (
        *overlap.sheets.values(),
        *overlap.columns.values(),
        *overlap.aspects.values(),
        *overlap.asked.values(),
        *themes.sheets.values(),
        *themes.columns.values(),
        *themes.words.values(),
    ):
        if match := _BOTH.fullmatch(both):
            yield both, match[1 if language == "ja" else 2] + (match[3] or "")
    for japanese, english in zip(NAMES.japanese, NAMES.english, strict=True):
        yield f"{japanese} {english}", japanese if language == "ja" else english
    for kind in budget_kinds().values():
        english = kind.english.lower()
        yield f"{kind.short} {english}", kind.japanese if language == "ja" else english


def _preferred(language: str, text: str) -> str:
    """The text with the pages' words, which in Japanese fit where the others stand."""
    for word in preferred_words()[language] if language == "ja" else ():
        text = re.sub(word.avoided, word.preferred, text)
    return text
