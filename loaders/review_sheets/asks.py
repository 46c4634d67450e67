"""What a review asks for: merging, ending, working with others, less money; by its verdict where it
has one, and sentence by sentence.
"""

from __future__ import annotations

import re

from loaders.catalogue.records.programmes import Ask
from loaders.text.lines import plain
from loaders.vocabulary.patterns import patterns

_PATTERNS = patterns(__file__)
_VERDICTS: dict[str, Ask] = {
    "廃止": "end",
    "終了予定": "planned_end",
    "事業全体の抜本的な改善": "overhaul",
    "事業内容の一部改善": "improve",
}
_IN_SENTENCES: dict[Ask, re.Pattern[str]] = {
    "end": _PATTERNS["end"],
    "merge": _PATTERNS["merge"],
    "coordinate": _PATTERNS["coordinate"],
    "overhaul": _PATTERNS["overhaul"],
    "cut": _PATTERNS["cut"],
}
_ASKING_THEMSELVES: tuple[Ask, ...] = ("end", "overhaul")


def asks(said: str, verdict: str | None = None) -> list[Ask]:
    """What a review asks for in what it said, and by its verdict, each once."""
    found: list[Ask] = [_VERDICTS[verdict]] if verdict in _VERDICTS else []
    for sentence in _PATTERNS["sentence_end"].split(plain(said)):
        found += [kind for kind in _IN_SENTENCES if _asks_for(kind, sentence.strip())]
    return list(dict.fromkeys(found))


def is_merged(*texts: str) -> bool:
    """Whether any of the texts says that the programme goes, or has gone, into another one."""
    return any(
        _PATTERNS["merged"].search(sentence)
        for text in texts
        for sentence in _PATTERNS["sentence_end"].split(plain(text))
    )


def _asks_for(kind: Ask, sentence: str) -> bool:
    """Whether the sentence speaks of it, and asks for it there or behind."""
    match = _IN_SENTENCES[kind].search(sentence)
    return match is not None and (
        kind in _ASKING_THEMSELVES
        or _PATTERNS["asking"].search(sentence, match.start()) is not None
    )
