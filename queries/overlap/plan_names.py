"""The names of plans in a cell of a sheet, which may list several: what two cells share."""

from __future__ import annotations

import re
from collections.abc import Iterator

from graph.language.fold import fold

# when and by whom it was decided: no part of a name
_DECIDED = re.compile(
    r"[（(][^（()）]*(?:閣議|決定|了解|改[定訂]|月\d+日|月[０-９]+日)[^（()）]*[）)]"
)
_APART = re.compile(r"[\n、，;；]")
_POINT = re.compile(r"[・･]")
_BULLET = re.compile(r"^[\s・･○●◯■□◆◇※\-－]+")
# what a plan is called: pieces at a 中点 are plans of their own only where each ends so
_PLAN = re.compile(
    r"(?:計画|戦略|方針|対策|プラン|ビジョン|フォローアップ|大綱|指針|構想|プログラム|ロードマップ"
    r"|アクション|パッケージ|工程表|憲章|要綱|\d{4}|[０-９]{4})$"
)
_REST = re.compile(r"(?:等|など|ほか)$")
_LEAST = 4  # letters of a name: 計画 or 等 alone is none
_OPENS, _CLOSES = "「『", "」』"
_NOTHING = re.compile(r"^[ー－—―─‐\-\s]*$")  # a dash in a field that is not filled in


def plan_names(cell: str) -> dict[str, str]:
    """Folded name -> the name as printed, of each plan that the cell names."""
    text = _DECIDED.sub("", cell)
    found: dict[str, str] = {}
    for piece in _pieces(text):
        for name in _of_list(piece):
            if len(folded := fold(name)) >= _LEAST:
                found.setdefault(folded, name)
    return found


def is_filled_in(policy: str) -> bool:
    """Whether the policy and the measure under it (政策 / 施策) are both filled in."""
    return not any(_NOTHING.match(part) for part in policy.split(" / "))


def _pieces(text: str) -> Iterator[str]:
    """What stands in outer quotation marks is one; what stands between them is cut at
    separators.
    """
    depth, start = 0, 0
    for place, letter in enumerate(text):
        if letter in _OPENS:
            if not depth:
                yield from _APART.split(text[start:place])
                start = place + 1
            depth += 1
        elif letter in _CLOSES and depth:
            depth -= 1
            if not depth:
                yield text[start:place]
                start = place + 1
    yield from _APART.split(text[start:])


def _of_list(piece: str) -> Iterator[str]:
    name = _REST.sub("", _BULLET.sub("", piece).strip())
    parts = [part.strip() for part in _POINT.split(name)]
    if len(parts) > 1 and all(map(_PLAN.search, parts)):
        yield from parts
    else:
        yield name
