"""A page's sums, and what its text speaks of where each of them stands: the state's budget, a
limit, or the firm's own money.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Literal

from loaders.text.amounts import yen_amounts
from loaders.text.brackets import held
from loaders.text.compact import Compact
from loaders.text.fiscal import FiscalMark
from loaders.text.glyphs import BULLETS, KEPT_CIRCLED, NOTES

Topic = Literal["budget", "cap", "other"]

_BUDGET = r"予算総額|予算案?額|予算(?:\(案\)|案)|予算[:：]|所[用要]額|(?:補正|当初)予算|国庫債務負担|運営費交付金|基金総額|財政融資|産業投資"
_CAP = r"(?:上限|限度|最大)(?:金額|総額|額)?(?!人数|回数|引[き]?上げ|撤廃|\d+(?:年|か月|ヵ月|ヶ月|回|件|者|社|%))|補助額"
# what a sum of a page may be besides: the firm's own size and plans, a person's pay, a market …
_FIRMS_OWN = (
    r"資本金|売上|出荷額|輸出額|投資額|付加価値|契約(?:金額|額)|市場規模|所得|年収|給与|賃金|賃上げ|受注|最低事業費|自己負担|"
    r"実績|採択企業"
)
# … and headings that end what was spoken of before
_SECTION = (
    r"要件|成果目標|事業スキーム|事業イメージ|事業内容|事業概要|支援内容|施策内容|施策の内容|対象経費|補助率|助成率|助成額|支給額|給付額|"
    r"問合せ先"
)
EVENT = re.compile(
    rf"(?P<budget>{_BUDGET})|(?P<cap>{_CAP})|(?P<other>{_FIRMS_OWN}|{_SECTION})|(?P<stop>。)"
)
FIRMS_OWN = re.compile(_FIRMS_OWN)
CAP_LABEL = re.compile(_CAP)
BUDGET_HEADING = re.compile(r"予算総額|予算案?額|予算[:：]|所[用要]額|基金総額")
BULLET = re.compile(rf"[{BULLETS}{NOTES}{KEPT_CIRCLED}【<]|\(\d\)")
PART_OF = re.compile(r"(?:程度)?\(?(?:※\d*|\*\d*)?\(?(?:の|\()?(?:一部)?内数")
_OPENS = re.compile(r"(?:の内数|程度|※\d?)?\(")
# words after a sum that make it a bound of something, not money that is given
LIMIT = re.compile(r"以上|未満|超|を超|以下|以内|/人|/件|/年|まで|を上限|を限度")


@dataclass(frozen=True)
class Sum:
    """A sum in yen and where it stands in the compact text."""

    yen: int
    start: int
    end: int


def sums(compact: Compact) -> list[Sum]:
    """The page's sums in its order."""
    return [
        Sum(a.yen, compact.offset(a.start), compact.offset(a.end - 1) + 1)
        for a in yen_amounts(compact.flow.text)
    ]


def topic(compact: Compact, marks: list[FiscalMark], at: int) -> tuple[Topic | None, int]:
    """What the text last spoke of before `at`, and the offset at which that label ends.

    A full stop ends every topic; a bullet ends all but a budget's and a heading that ends right
    before it (sums stand below as bullets). In the words of a limit, a fiscal year does not start a
    budget: 補助上限 令和６年度補正 0.2億円.
    """
    events = [(m.start(), m.end(), str(m.lastgroup)) for m in EVENT.finditer(compact.text, 0, at)]
    events += [(m.start, m.end, "mark") for m in marks if m.end <= at and not m.bare]
    events += [
        (o, o, "bullet") for o in compact.openings if o < at and BULLET.match(compact.text, o)
    ]
    speaks_of: Topic | None = None
    since = 0
    for start, end, kind in sorted(events):
        match kind:
            case "budget" | "mark":
                if speaks_of != "cap" or BUDGET_HEADING.match(compact.text, start):
                    speaks_of, since = "budget", max(since, end)
            case "cap":
                speaks_of, since = "cap", end
            case "other":
                speaks_of, since = "other", end
            case _:
                heading = speaks_of == "budget" or (
                    speaks_of == "cap" and start - since <= 2
                )  # …上限額>\n・2,500万円
                if kind == "stop" or not heading:
                    speaks_of, since = None, end
    return speaks_of, since


def bracket_after(text: str, at: int) -> str:
    """What the bracket that opens at `at` (after の内数, 程度 or ※ at most) holds, brackets within
    brackets included.
    """
    opening = _OPENS.match(text, at)
    return held(text, opening.end()) if opening else ""
