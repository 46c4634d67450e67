"""Articles of a law in the order of the law."""

from __future__ import annotations

import re
from collections.abc import Iterable

from graph.language.numerals import value

_NUMBER = re.compile(r"\d+|[〇一二三四五六七八九十百千]+")


def in_order(articles: Iterable[str]) -> tuple[str, ...]:
    """Each once, by the numbers that stand in it: 第四条 before 第四条の二 before 第十条第1項."""
    return tuple(sorted(dict.fromkeys(articles), key=lambda text: (_numbers(text), text)))


def _numbers(article: str) -> tuple[int, ...]:
    return tuple(int(value(number)) for number in _NUMBER.findall(article))
