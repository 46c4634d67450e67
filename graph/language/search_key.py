"""What a search compares: the forms of a word that people type in place of one another."""

from __future__ import annotations

from functools import cache, lru_cache
from pathlib import Path
from typing import cast

from graph.files.yaml_file import parse_yaml
from graph.language.fold import fold

# marks that are left out or typed otherwise; fold() has made one dash and one quote of many
_MARKS = dict.fromkeys(map(ord, "-・~'()"), "")
_TO_HIRAGANA = {code: chr(code - 0x60) for code in range(ord("ァ"), ord("ヶ") + 1)}
_SMALL = dict(zip(map(ord, "ぁぃぅぇぉっゃゅょゎゕゖ"), "あいうえおつやゆよわかけ", strict=True))
_VARIANTS = Path(__file__).with_name("variants.yaml")


@lru_cache(maxsize=2**14)
def search_key(text: str) -> str:
    """The text as a search compares it: `fold`ed; hiragana for katakana, large for small ones; the
    usual form of a kanji (高 for 髙); long vowels, dashes, ・, quotes and round brackets left out.

    Character by character: what is a part of a text has a key that is a part of the text's. The key
    of marks alone is their fold.
    """
    folded = fold(text)
    return folded.translate(_compared()) or folded


@cache
def _compared() -> dict[int, str]:
    """What each character becomes: its usual form, of that hiragana, of that the large one."""
    usual = _usual_forms()
    return {
        code: chr(code).translate(usual).translate(_TO_HIRAGANA).translate(_SMALL).translate(_MARKS)
        for code in {*usual, *_TO_HIRAGANA, *_SMALL, *_MARKS}
    }


@cache
def _usual_forms() -> dict[int, str]:
    """The code of a kanji's other form -> its usual form."""
    usual = cast(dict[str, str], parse_yaml(_VARIANTS))
    return {ord(variant): common for common, variants in usual.items() for variant in variants}
