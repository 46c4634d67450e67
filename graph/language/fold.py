"""When two strings are the same to a reader: one width, one form of each character, blanks and case
aside.
"""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

_DASHES = re.compile(r"[‐‑‒–—―ー−－ｰ\-]")
_BRACKETS = str.maketrans("「」『』【】〔〕［］[]“”･／", "''''()()()()''・/")
# radicals that PDFs use for the character itself: those that NFKC leaves, and the one that it turns
# into another form than the fonts of Japan do (⼾); and the wave dash's many forms
_ODD = str.maketrans(
    {
        "⺠": "民",
        "⻑": "長",
        "⻘": "青",
        "⻄": "西",
        "⻭": "歯",
        "⻩": "黄",
        "⻲": "亀",
        "⻯": "竜",
        "⻤": "鬼",
        "⻨": "麦",
        "⻝": "食",
        "⻫": "斉",
        "⺟": "母",
        "⻁": "虎",
        "⻆": "角",
        "⻉": "貝",
        "⻋": "車",
        "⻔": "門",
        "⻣": "骨",
        "⼾": "戸",
        "⺒": "巳",
        "⺎": "兀",
        "⺓": "幺",
        "⺛": "旡",
        "⺙": "攵",
        "⺝": "月",
        "⺜": "日",
        "〜": "~",
        "\u00a0": " ",
        "\u200b": "",
        "\ufeff": "",
    }
)


@lru_cache(maxsize=2**14)
def plain(text: str) -> str:
    """The text in one width and one form of each character (NFKC, radicals resolved); blanks and
    case stay.
    """
    return unicodedata.normalize("NFKC", text.translate(_ODD)).translate(_ODD)


@lru_cache(maxsize=2**14)
def fold(text: str) -> str:
    """What a reader would call the same string: `plain`, without blanks, one dash, one bracket,
    lower case.
    """
    return _DASHES.sub("-", re.sub(r"\s+", "", plain(text)).translate(_BRACKETS)).casefold()
