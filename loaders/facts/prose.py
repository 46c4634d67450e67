"""What a page says in running text: statements without the contact lines, labels and addresses that
stand around them.
"""

from __future__ import annotations

from functools import lru_cache

from loaders.text.brackets import depth
from loaders.text.lines import Flow, Line
from loaders.text.page import Page, has_room
from loaders.vocabulary.patterns import patterns

_PATTERNS = patterns(__file__)
_BULLET = _PATTERNS["bullet"]
_HEADING = _PATTERNS["heading"]
_AROUND = _PATTERNS["around"]
_PHONE = _PATTERNS["phone"]
_TAG = _PATTERNS["tag"]
_PILLAR = _PATTERNS["pillar"]


@lru_cache(maxsize=2**9)
def running_text(page: Page) -> tuple[Flow, ...]:
    """The page's statements in order, wrapped lines joined; a bracket that is open keeps a
    statement open.

    Left out: contacts, addresses, page numbers, the audience tag, the pillar's label, vertical text
    of one character a line.
    """
    groups: list[list[Line]] = []
    closed = True
    printed = [line for line in page.lines if not line.blank]
    for i, line in enumerate(printed):
        text = line.plain
        neighbours = (*printed[max(0, i - 1) : i], *printed[i + 1 : i + 2])
        vertical = len(text) == 1 and any(len(near.plain) == 1 for near in neighbours)
        if vertical or _is_around(text):
            continue
        is_heading = bool(_HEADING.match(text))
        if (
            not groups
            or closed
            or is_heading
            or (_BULLET.match(line.text.strip()) and _depth(groups[-1]) <= 0)
            or not has_room(groups[-1], line)
        ):
            groups.append([line])
        else:
            groups[-1].append(line)
        closed = is_heading or (text.endswith("。") and _depth(groups[-1]) <= 0)
    return tuple(Flow.of(group) for group in groups)


def _is_around(text: str) -> bool:
    return bool(
        _AROUND.match(text)
        or _PHONE.search(text)
        or _PILLAR.match(text)
        or (len(text) < 12 and _TAG.search(text))
    )


def _depth(lines: list[Line]) -> int:
    """How many brackets the last few lines leave open (a bracket that is never closed must not
    swallow a page).
    """
    return depth("".join(line.plain for line in lines[-4:]))
