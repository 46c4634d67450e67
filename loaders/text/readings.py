"""How names are read aloud, by SudachiPy's dictionary, so that they are found by their kana."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import cache

from sudachipy import Dictionary, SplitMode, Tokenizer

_KANJI = re.compile(r"[一-龥々]")
_LONGEST = 400  # characters; what is longer is no name


@cache
def tokenizer() -> Tokenizer:
    """SudachiPy with its core dictionary, long words first (mode C)."""
    return Dictionary(dict="core").tokenizer(mode=SplitMode.C)


def readings(names: Iterable[str]) -> Iterator[str]:
    """The katakana of each name that has kanji; what the dictionary cannot read stays as it is."""
    for name in names:
        if name and len(name) <= _LONGEST and _KANJI.search(name):
            yield "".join(
                word.reading_form() or word.surface() for word in tokenizer().tokenize(name)
            )
