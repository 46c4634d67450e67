"""Pages that no one wrote: the words that readers look for, mixed with numbers, units, brackets
and line breaks at random.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import cycle

from hypothesis import strategies as st

from loaders.text.lines import Line
from loaders.text.page import Page

_NUMBER = re.compile(r"\d[\d,.]*")
FIRST = 101  # the number of a page's first line
_DIGITS = "0123456789０１２３４５６７８９"
_MARKS = ",，.．、。:：()（）【】「」『』<>/・~～-−+＋%％※*①②⑳Ⅲ■●○◆•→= 　\n"
_NUMERALS = "一二三四五六七八九十百千万億兆〇元半数第約"
_WORDS = (
    "円 億円 万円 千円 百万円 人 名 社 件 年度 年 月 日 か月 "
    "歳 倍 割 分の 以上 以下 以内 未満 超 を超える の内数 令和 平成 R "
    "補正 当初 予算 から まで は が の を支援 港町 https:// @example.jp 03-0000-00"
)


def _numbers() -> st.SearchStrategy[str]:
    """What may stand where a number should: digits and commas as they come, now and then with
    points, kanji numerals and units.
    """
    return st.one_of(
        st.text(st.sampled_from("0123456789,"), min_size=1, max_size=6),
        st.text(st.sampled_from("0123,兆億万"), min_size=1, max_size=9),
        st.text(st.sampled_from(_DIGITS + ",，.．" + _NUMERALS), min_size=1, max_size=9),
    )


def _renumbered(label: str, numbers: list[str]) -> str:
    """The label with these numbers, one after another, in place of its own."""
    following = cycle(numbers)
    return _NUMBER.sub(lambda _: next(following), label)


def texts(labels: Sequence[str], sentences: Sequence[str]) -> st.SearchStrategy[str]:
    """Text in which the labels, and lines of such sentences, with their own numbers or others,
    stand among numbers, marks and words.
    """
    label, line = st.sampled_from(labels), st.sampled_from([f"。\n{s}。\n" for s in sentences])
    others = st.lists(_numbers(), min_size=1, max_size=3)
    piece = st.one_of(
        label,
        st.builds(_renumbered, label, others),
        st.builds(_renumbered, line, others),
        st.builds(_renumbered, line, others),  # twice as often
        _numbers(),
        st.sampled_from(_WORDS.split()),
        st.text(st.sampled_from(_MARKS), min_size=1, max_size=3),
    )
    return st.lists(piece, min_size=1, max_size=40).map("".join)


def pages(labels: Sequence[str], sentences: Sequence[str]) -> st.SearchStrategy[Page]:
    """A page of such text (see `texts`); line breaks fall where they will, also within a label."""

    def page(text: str, breaks: list[int]) -> Page:
        for at in sorted(breaks, reverse=True):
            text = text[: at % (len(text) + 1)] + "\n" + text[at % (len(text) + 1) :]
        lines = enumerate(text.split("\n"), FIRST)
        return Page("made-up", tuple(Line(number, line) for number, line in lines))

    return st.builds(page, texts(labels, sentences), st.lists(st.integers(0, 400), max_size=6))
