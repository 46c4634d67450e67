"""Where a line of Japanese text may end: between phrases, as SudachiPy's dictionary finds words;
never within a word, a number or a name in katakana.
"""

from __future__ import annotations

from functools import cache, lru_cache
from threading import Lock

from sudachipy import Dictionary, Morpheme, SplitMode, Tokenizer

_KEPT = 20_000  # texts; a graph shows the same ones again and again
_ONE_AT_A_TIME = Lock()  # the tokenizer is not made for several threads
# parts of speech that hang on the word before: particles, endings, suffixes
_HANG = frozenset({"助詞", "助動詞", "接尾辞"})
_OPENING, _CLOSING = "括弧開", frozenset({"括弧閉", "句点", "読点", "一般"})  # kinds of marks


@cache
def _tokenizer() -> Tokenizer:
    return Dictionary(dict="core").tokenizer(mode=SplitMode.C)


@lru_cache(maxsize=_KEPT)
def phrases(text: str, closely: bool = False) -> tuple[str, ...]:
    """The text in pieces (together they are the text) between which a line may end: words of
    Japanese with what hangs on them, words of other languages with the blank after them; `closely`
    parts names in katakana, too, where the dictionary knows their words.
    """
    with _ONE_AT_A_TIME:
        found = [(word.surface(), _kind(word)) for word in _tokenizer().tokenize(text)]
    pieces: list[str] = []
    held = False  # whether what comes next hangs on what is there
    for surface, (part, detail) in found:
        mark = part == "補助記号"
        opening = mark and detail == _OPENING
        joins = (
            part in _HANG
            or part == "空白"
            or surface.isspace()
            or (mark and detail in _CLOSING)
            or bool(pieces and _one_word(pieces[-1], surface, closely))
        )
        if pieces and (held or joins):
            pieces[-1] += surface
        else:
            pieces.append(surface)
        held = opening or part == "接頭辞"
    return tuple(pieces)


def _kind(word: Morpheme) -> tuple[str, str]:
    part = word.part_of_speech()
    return part[0], part[1]


def _one_word(before: str, after: str, closely: bool) -> bool:
    """Whether a word or number goes on: letters and digits without a blank, katakana, a number and
    what it counts, a single character that ends a name.
    """
    last, first = before[-1], after[0]
    return (
        (last.isascii() and first.isascii() and not last.isspace())
        or (not closely and _katakana(last) and _katakana(first))
        or last.isdigit()
        or (len(after) == 1 and _kanji(first) and (_kanji(last) or _katakana(last)))  # 局, 課, 型
        or (first.isdigit() and last in "第令和約")
    )


def _kanji(character: str) -> bool:
    return "一" <= character <= "龥" or character == "々"


def _katakana(character: str) -> bool:
    return "ァ" <= character <= "ヺ" or character in "ーｰ"
