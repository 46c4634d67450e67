"""What a page says in running text: statements without the contact lines, labels and addresses that
stand around them.
"""

from __future__ import annotations

import re
from functools import lru_cache

from loaders.text.brackets import depth
from loaders.text.glyphs import BULLETS, CIRCLED, NOTES
from loaders.text.lines import Flow, Line
from loaders.text.page import Page

# matched on the line as printed: width folding would turn ① into 1
_BULLET = re.compile(
    rf"^(?:[{BULLETS}{NOTES}⇒→\uf000-\uf8ff]|\(?[ⅠⅡⅢⅣⅤ{CIRCLED}➀-➓⑴-⒇]|[(（][\dⅠ-Ⅴ]{{1,2}}[)）]|[<＜【\[［《]|\d{{1,2}}[.．)）](?![\d０-９]))"
)
# the headings of a one-page sheet; a line that is one begins a statement, and what follows it
# begins another
_HEADING = re.compile(
    r"^[■●○◆◼<【\[]?(?:予算(?:総)?額|所用額|事業(?:の)?(?:スキーム|内容|概要|目的|イメージ|期間|の流れ)|施策(?:の)?(?:内容|概要)|支援(?:内容|対象|メニュー)"
    r"|成果目標(?:[・･]事業期間)?|対象(?:要件|事業|経費|企業|事業主|労働者|者)?等?|(?:補助|助成)?対象(?:経費|者)?|備考(?:\(.*\))?|(?:基本|必須|申請|応募|利用)?(?:要件|条件|資格)等?|概要|補助率|補助上限|実施主体|認定基準|公募時期)[>】\]]?$"
)
_AROUND = re.compile(
    r"^(?:お?問い?合わ?せ(?:先|窓口)?[:：]|(?:E-?mail|TEL|URL|HP)\s*[:：]|https?://|[A-Za-z0-9_./?=#%~-]{12,}$|\d{1,3}$|著作者|イメージ図?$|概要ページ掲載施策$)",
    re.IGNORECASE,
)
_PHONE = re.compile(r"\d{2,5}[-‐－]\d{1,4}[-‐－]\d{3,4}")
_TAG = re.compile(r"(?:^|\s)(?:中堅[・･]中小|中小[・･]中堅|中小|中堅|大)企業(?:\(※?\d?\))?$")
_PILLAR = re.compile(r"^\d{1,2}\.\s?[^\s\d、。をがはに]{2,14}$")


@lru_cache(maxsize=8)
def running_text(page: Page) -> tuple[Flow, ...]:
    """The page's statements in order, wrapped lines joined; a bracket that is open keeps a
    statement open.

    Left out: contacts, addresses, page numbers, the audience tag, the pillar's label, vertical text
    of one character a line.
    """
    groups: list[list[Line]] = []
    closed = True
    printed = [line for line in page.lines if not line.blank]
    for before, line, after in zip([None, *printed], printed, [*printed[1:], None]):
        text = line.plain
        if _is_around(text) or (
            len(text) == 1 and any(near and len(near.plain) == 1 for near in (before, after))
        ):
            continue
        is_open = bool(groups) and _depth(groups[-1]) > 0
        if (
            not groups
            or closed
            or (_BULLET.match(line.text.strip()) and not is_open)
            or _HEADING.match(text)
        ):
            groups.append([line])
        else:
            groups[-1].append(line)
        closed = bool(_HEADING.match(text)) or (text.endswith("。") and _depth(groups[-1]) <= 0)
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
