"""When two strings are the same to a reader: one width, one form of each character, blanks and case
aside.
"""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

from graph.language.signs import SHOWN, one_of

_DASHES = re.compile(r"[‐‑‒–—―ー−－ｰ\-]")
_BRACKETS = str.maketrans("「」『』【】〔〕［］[]“”･／", "''''()()()()''・/")
_SIGN, _BRACKET, _BLANKS = one_of(SHOWN), one_of(_BRACKETS), re.compile(r"\s+")


@lru_cache(maxsize=2**14)
def plain(text: str) -> str:
    """The text in one width and one form of each character (NFKC, radicals resolved, marks joined
    to their kana), without what shows nothing; blanks and case stay.
    """
    return _shown(unicodedata.normalize("NFKC", _shown(text)))


def _shown(text: str) -> str:
    return text.translate(SHOWN) if _SIGN.search(text) else text


@lru_cache(maxsize=2**14)
def fold(text: str) -> str:
    """What a reader would call the same string: `plain`, without blanks, one dash, one bracket,
    lower case.
    """
    joined = _BLANKS.sub("", plain(text))
    if _BRACKET.search(joined):
        joined = joined.translate(_BRACKETS)
    return _DASHES.sub("-", joined).casefold()
