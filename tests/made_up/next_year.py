"""A booklet that nobody has printed: the real one with its pages shuffled, measures renamed,
numbers and contacts changed, lines wrapped elsewhere, pages added.

What a parser reads of it shows what it understands and what it only remembers.
"""

from __future__ import annotations

import random
import re
from collections.abc import Sequence
from dataclasses import dataclass

from loaders.text.lines import fold
from loaders.text.page import Page
from tests.made_up.titles import AREAS, DEEDS

_ENDINGS = (
    "事業",
    "支援事業",
    "促進事業",
    "補助金",
    "推進制度",
    "支援プログラム",
    "税制",
    "認定制度",
    "相談窓口",
    "の促進",
    "に向けた支援",
)
_NUMBER = re.compile(r"[0-9０-９]+")
_MAIL = re.compile(r"[A-Za-z0-9_.+-]+(?=[@＠])")
_KEEP = re.compile(
    r"^\s*[0-9０-９]{1,2}[．.]\S|Ｒ?R?[4-8４-８]|令和\s*[0-9０-９元]+|https?://\S+|20[0-9]{2}"
)


@dataclass(frozen=True)
class NextYear:
    """The text of the made booklet, and what stands where: (first line, last line, title) a page,
    lines from 1.
    """

    text: str
    pages: tuple[tuple[int, int, str], ...]


def _new_name(dice: random.Random, used: set[str]) -> str:
    while True:
        name = dice.choice(AREAS) + dice.choice(AREAS) + dice.choice(DEEDS) + dice.choice(_ENDINGS)
        if name not in used:
            used.add(name)
            return name


def _renumbered(line: str, dice: random.Random) -> str:
    """Every number of a line changed to one as long; years, list numbers and addresses stay what
    they are.
    """
    kept = [m.span() for m in _KEEP.finditer(line)]

    def change(match: re.Match[str]) -> str:
        if any(a <= match.start() < b for a, b in kept):
            return match.group()
        wide = match.group() >= "０"
        digits = "".join(
            (
                str(dice.randint(1, 9))
                if i == 0 and d not in "0０"
                else "0"
                if i == 0
                else str(dice.randint(0, 9))
            )
            for i, d in enumerate(match.group())
        )
        return (
            digits.translate(str.maketrans("0123456789", "０１２３４５６７８９"))
            if wide
            else digits
        )

    return _MAIL.sub(lambda m: f"desk-{dice.randint(100, 999)}", _NUMBER.sub(change, line))


def _rewrapped(lines: list[str], dice: random.Random, keep: frozenset[str]) -> list[str]:
    """Running text cut at another width: a long line and the one it runs on into, joined and cut
    elsewhere.
    """
    found: list[str] = []
    at = 0
    while at < len(lines):
        line = lines[at]
        joins = (
            at + 1 < len(lines)
            and len(line) > 30
            and lines[at + 1].strip()
            and not re.match(r"\s*[⚫•・■●○〇✓➢※①-⑳<＜【（(お]", lines[at + 1])
            and lines[at + 1] not in keep
        )
        if joins and line not in keep and not line.rstrip().endswith(("。", "）")):
            whole = line.rstrip() + lines[at + 1].strip()
            cut = dice.randint(len(whole) // 3, 2 * len(whole) // 3)
            found += [whole[:cut], whole[cut:]]
            at += 2
        else:
            found.append(line)
            at += 1
    return found


def _renamed(page: Page, old: str, title_lines: Sequence[int], new: str) -> list[str]:
    """The page's lines with the name replaced where it stands and wherever the page repeats it."""
    lines, first = [], True
    for line in page.lines:
        if line.number in title_lines:
            if first:
                lines.append(line.text[: len(line.text) - len(line.text.lstrip())] + new)
                first = False
            continue
        lines.append(line.text.replace(old, new))
    return lines


def made_from(
    pages: Sequence[tuple[Page, str | None, Sequence[int]]], seed: int, added: int = 5
) -> NextYear:
    """A booklet from (page, title or None for a page without a measure, lines of the title).

    The first page (the summary) stays in front; `added` pages stand twice, under another name.
    """
    dice = random.Random(seed)
    used: set[str] = set()
    front, rest = pages[0], list(pages[1:])
    measured = [p for p in rest if p[1] is not None]
    rest += dice.sample(measured, added)
    dice.shuffle(rest)
    text: list[str] = [line.text for line in front[0].lines]
    places = []
    for page, title, title_lines in rest:
        if title is None:
            lines = [line.text for line in page.lines]
        else:
            name = _new_name(dice, used)
            lines = _renamed(page, title, title_lines, name)
            keep = frozenset(line for line in lines if name in line)
            lines = [_renumbered(line, dice) if line not in keep else line for line in lines]
            lines = _rewrapped(lines, dice, keep)
        lines = [" " + lines[0].lstrip(), *lines[1:]]
        if title is not None:
            places.append((len(text) + 1, len(text) + len(lines), name))
        text += lines
    return NextYear("\n".join(text) + "\n", tuple(places))


def alike(a: str, b: str) -> bool:
    """Whether two names are the same to a reader."""
    return fold(a) == fold(b)
