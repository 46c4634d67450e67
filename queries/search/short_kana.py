"""Words of a few kana, which stand by chance in many a reading: きょう in that of 中小企業."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence

from graph.language.search_key import search_key

_KANA = "ぁ-んー"
_SHORT = re.compile(rf"[{_KANA}]{{1,3}}")  # one more stands by chance in hardly any name


def short_kana(wanted: Sequence[str]) -> Callable[[str, str], bool] | None:
    """Whether a thing of this name (folded), found by these words (line by line), is meant by the
    folded `wanted`, as far as those of less than four kana tell; None where none is so short.

    Such a word has to stand in the name as it is typed, or to begin one of the words or the kana in
    it: ろぼ in 介護ロボット, not きょう in チュウショウキギョウ.
    """
    short = {word: key for word in wanted if _SHORT.fullmatch(key := search_key(word))}
    if not short:
        return None
    beginnings = {
        word: re.compile(rf"(?<![{_KANA}ァ-ヶ]){re.escape(key)}") for word, key in short.items()
    }

    def is_meant(name: str, words: str) -> bool:
        return all(
            word in name or begins.search(words) is not None for word, begins in beginnings.items()
        )

    return is_meant
