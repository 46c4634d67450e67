"""The nouns and verbs of a text: what two that share no problem of ours are compared by."""

from __future__ import annotations

import math
import re
from collections import Counter
from collections.abc import Iterator

from loaders.text.lines import plain
from loaders.text.readings import tokenizer

# characters from the beginning: what follows are details, and one sheet is not heavier than others
_READ = 1500
# a word of the name counts as so many mentions
_TITLE_COUNTS = 2
_SAY_SOMETHING = ("名詞", "動詞", "形状詞")
_SAY_NOTHING = ("数詞", "非自立可能", "代名詞")
_COUNTER = "助数詞可能"
# by the number that the dictionary gives to a part of speech: there are some hundreds, of millions
# of words
_SAYS_SOMETHING: dict[int, bool] = {}
_BLANK = re.compile(r"\s+")


def words_of(text: str, title: str) -> dict[str, float]:
    """Nouns and verbs of two letters or more, in their dictionary form, of the beginning of a text
    and of its title, by how often they stand there: 1 + log of the number; in the order of the
    words.
    """
    counts = Counter(_words(text))
    for word in _words(title):
        counts[word] += _TITLE_COUNTS
    return {word: round(1 + math.log(counts[word]), 2) for word in sorted(counts)}


def _words(text: str) -> Iterator[str]:
    for word in tokenizer().tokenize(_BLANK.sub("", plain(text))[:_READ]):
        kind = word.part_of_speech_id()
        if kind not in _SAYS_SOMETHING:
            _SAYS_SOMETHING[kind] = _says_something(*word.part_of_speech())
        form = word.dictionary_form()
        if _SAYS_SOMETHING[kind] and len(form) > 1 and any(map(str.isalnum, form)):
            yield form


def _says_something(part: str, kind: str, use: str, *_: str) -> bool:
    return part in _SAY_SOMETHING and kind not in _SAY_NOTHING and use != _COUNTER
