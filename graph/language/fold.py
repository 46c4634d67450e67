"""When two strings are the same to a reader: one width, one form of each character, blanks and case
aside.
"""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

from graph.language.signs import SHOWN

_DASHES = re.compile(r"[‐‑‒–—―ー−－ｰ\-]")
_BRACKETS = str.maketrans("「」『』【】〔〕［］[]“”･／", "''''()()()()''・/")


@lru_cache(maxsize=2**14)
def plain(text: str) -> str:
    """The text in one width and one form of each character (NFKC, radicals resolved, marks joined
    to their kana), without what shows nothing; blanks and case stay.
    """
    return unicodedata.normalize("NFKC", text.translate(SHOWN)).translate(SHOWN)


@lru_cache(maxsize=2**14)
def fold(text: str) -> str:
    """What a reader would call the same string: `plain`, without blanks, one dash, one bracket,
    lower case.
    """
    return _DASHES.sub("-", re.sub(r"\s+", "", plain(text)).translate(_BRACKETS)).casefold()
