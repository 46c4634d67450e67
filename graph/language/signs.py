"""Characters that only show another one, and those that show nothing: what text taken out of PDFs
holds in place of what is printed.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from itertools import groupby

# CJK Radicals Supplement and the forms of Kangxi radicals that NFKC leaves or turns into another
# character than the fonts of Japan do (⼾): the sign, then the character that it shows (Unicode's
# EquivalentUnifiedIdeograph.txt; for simplified forms the character as Japan writes it)
_RADICALS = (
    "⺁厂⺂乛⺃乚⺄乙⺅亻⺆冂⺈刀⺉刂⺊卜⺋㔾⺌小⺍小⺎兀⺏尣⺐尢⺒巳⺓幺⺔彑⺕彐⺖忄⺗㣺⺘扌⺙攵⺛旡⺜日⺝月"
    "⺞歺⺟母⺠民⺡氵⺢氺⺣灬⺤爫⺥爫⺦丬⺧牛⺨犭⺩王⺪疋⺫目⺬示⺭礻⺮竹⺯糹⺰糸⺱罓⺲罒⺳罒⺴罒⺵罒⺶羊⺷羊"
    "⺸羋⺹耂⺺肀⺻聿⺼肉⺽臼⺾艹⺿艹⻀艹⻁虎⻂衤⻃覀⻄西⻅見⻆角⻇角⻈言⻉貝⻊足⻋車⻌辶⻍辶⻎辶⻏邑⻐金⻑長"
    "⻒長⻓長⻔門⻕阜⻖阝⻗雨⻘青⻙韋⻚頁⻛風⻜飛⻝食⻞飠⻟飠⻠食⻡首⻢馬⻣骨⻤鬼⻥魚⻦鳥⻧鹵⻨麦⻩黄⻪黽⻫斉"
    "⻬斉⻭歯⻮歯⻯竜⻰竜⻱亀⻲亀⻳亀⼾戸"
)
# か゛ is が: the marks that stand by themselves become those that join what is before them
_MARKS = {"゛": "\u3099", "゜": "\u309a"}
_WAVE_DASH = {"〜": "~"}
_SLASHES = {"⁄": "/", "∕": "/"}  # the first is what NFKC leaves of ½
_INVISIBLE = (  # Unicode's Default_Ignorable_Code_Point: nothing is seen of them
    *("\u00ad", "\u034f", "\u061c", "\u115f\u1160", "\u17b4\u17b5", "\u180b-\u180f"),
    *("\u200b-\u200f", "\u202a-\u202e", "\u2060-\u206f", "\u3164", "\ufe00-\ufe0f", "\ufeff"),
    *("\uffa0", "\ufff0-\ufffb", "\U0001bca0-\U0001bca3", "\U0001d173-\U0001d17a"),
    "\U000e0000-\U000e0fff",
)


def _each(spans: tuple[str, ...]) -> list[int]:
    return [
        code
        for span in spans
        for code in (
            range(ord(span[0]), ord(span[-1]) + 1) if "-" in span[1:-1] else map(ord, span)
        )
    ]


# for str.translate
INVISIBLE: dict[int, str] = dict.fromkeys(_each(_INVISIBLE), "")
SHOWN: dict[int, str] = {
    **{ord(sign): shown for sign, shown in zip(_RADICALS[::2], _RADICALS[1::2], strict=True)},
    **{ord(sign): shown for sign, shown in (_MARKS | _WAVE_DASH | _SLASHES).items()},
    # blanks, and what ends a line for some programs and not for others
    **dict.fromkeys(map(ord, "\u00a0\x0b\x0c\x1c\x1d\x1e\x1f\x85\u2028\u2029"), " "),
    **INVISIBLE,
}


def one_of(codes: Iterable[int]) -> re.Pattern[str]:
    """Finds the first character of these codes: to look whether there is one is much quicker than
    to translate a text that holds none.
    """
    numbered = enumerate(sorted(codes))
    runs = [[code for _, code in run] for _, run in groupby(numbered, lambda at: at[1] - at[0])]
    spans = (f"{re.escape(chr(run[0]))}-{re.escape(chr(run[-1]))}" for run in runs)
    return re.compile(f"[{''.join(spans)}]")
