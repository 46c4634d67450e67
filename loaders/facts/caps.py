"""The upper limits that a page sets on what one applicant can get (補助上限, 交付上限額, 限度額,
最大…万円).
"""

from __future__ import annotations

import re

from graph.schema.size_classes import size_names
from loaders.catalogue.records import Cap
from loaders.facts.money import (
    CAP_LABEL,
    EVENT,
    FIRMS_OWN,
    LIMIT,
    PART_OF,
    Sum,
    sums,
    topic,
)
from loaders.text.compact import Compact
from loaders.text.fiscal import FiscalMark, fiscal_marks
from loaders.text.glyphs import DOTS, ITEMS
from loaders.text.page import Page

_REACH = 32  # characters between the label (or the limit before) and a sum that still belongs to it
_UP_TO = re.compile(r"(?:まで|を上限|を限度|が上限|が限度)")
_BELOW = re.compile(r"以下|以内")
_BOUND = re.compile(r"以上|未満|超|を超")
_FORMULA = re.compile(r"[%×÷][+]?$")  # 年収×8%+20万円 computes a sum, it does not limit one
_FLOOR = re.compile(r"下限(?:額|金額)?(?:は|:)?$")
_RAISE = re.compile(r"場合|よって|に応じ|特例|賃上げ|引き?上げ|加算|累計|要件を満た|達成")
_FRAME_BEFORE = re.compile(r"[【(]([^】()【]{2,20}?)※?\d?[】)][^【】()]{0,40}$")
_PER = r"(?:/[人件年月社者])?"
_FRAME_AFTER = re.compile(rf"{_PER}\(([^()]{{2,12}})\)")
_NO_FRAME = re.compile(r"^[IVX]+$|年額|総額|月額|税|補助率|\d|以内|定額|注|※|予定|案|場合")
_FRAME_WORDS = re.compile(r"(?:^|[:)】>])(?:の|,|/)*([^:()【】、。/]{4,24}?)(?:は|:)?$")
_NO_FRAME_WORDS = re.compile(
    r"\d|上限|限度|最大|原則|以内|総額|当たり|あたり|[年月]額|補助|支給|交付|合計|単年|ただし|[をにでも]$"
)
_SIZE = re.compile(
    rf"({'|'.join(size_names())})(?!以外|等?以外)(?:等|者)?(?:は|には|[:：)】])?[^。"
    r"]{0,6}$"
)
_BAND = re.compile(
    r"(?:従業員数?)?\d[\d,]*(?:[~〜-]\d[\d,]*)?[人名](?:以下|以上|未満|超)?(?=[^。\d]{0,8}$)"
)
_HEADING = re.compile(r"(?:上限|限度|最大)(?:額|金額|総額)?$")


def caps(page: Page) -> list[Cap]:
    """Every upper limit in yen, in the page's order; the same limit of the same frame once.

    `with_uplift` is said of a limit above one that the page gave before, where the words between
    the two name a condition.
    """
    compact = Compact.of(page)
    marks = fiscal_marks(compact.text)
    found: list[tuple[Sum, Cap]] = []
    for amount in sums(compact):
        if _is_cap(compact, marks, [s for s, _ in found], amount):
            found.append(
                (
                    amount,
                    _read(compact, [c for _, c in found], found[-1][0].end if found else 0, amount),
                )
            )
    return _distinct([c for _, c in found])


def _is_cap(compact: Compact, marks: list[FiscalMark], before: list[Sum], amount: Sum) -> bool:
    text, after = compact.text, compact.text[amount.end :]
    lead = text[max(0, amount.start - 60) : amount.start]
    if PART_OF.match(after) or _BOUND.match(after) or _FORMULA.search(lead) or _FLOOR.search(lead):
        return False
    state, since = topic(compact, marks, amount.start)
    if state == "cap" and amount.start - since <= _REACH:
        return True
    if before and _continues(text[before[-1].end : amount.start], after):
        return True
    if _UP_TO.match(after):
        return state != "budget" and not FIRMS_OWN.search(lead[-15:])
    return (
        state is None
        and not _BELOW.match(after)
        and _stands_under_a_heading(compact, before, amount)
    )


def _continues(between: str, after: str) -> bool:
    """A limit goes on in its bracket (…の場合は３億円) or in a row of limits without a label of
    their own.
    """
    if between.startswith("(") and ")" not in between:
        return bool(_RAISE.search(between))
    bare = re.sub(r"\([^()]*\)", "", between)
    return (
        len(bare) <= _REACH - 8
        and not EVENT.search(bare)
        and not re.search(r"[+()]|賃|円", bare)
        and not LIMIT.match(after)
        and not re.search(r"補助率$|\d{4}年", bare)
    )


def _stands_under_a_heading(compact: Compact, before: list[Sum], amount: Sum) -> bool:
    """The first bullet that is a sum, below a heading of limits to which the page's columns left no
    sum.
    """
    first = (
        amount.start - 1
        if compact.text[amount.start - 1 : amount.start] in (*DOTS, *ITEMS)
        else amount.start
    )
    if first not in compact.openings:
        return False
    for match in CAP_LABEL.finditer(compact.text, 0, amount.start):
        end = match.end() + len(re.match(r"(?:金額|総額|額)?", compact.text[match.end() :]).group())
        if end in compact.openings and not any(
            end <= s.start <= end + _REACH or (s.start > end and s.start in compact.openings)
            for s in before
        ):
            return True
    return False


def _read(compact: Compact, earlier: list[Cap], lead_start: int, amount: Sum) -> Cap:
    text = compact.text
    start = max(lead_start, text.rfind("。", 0, amount.start) + 1, amount.start - 60)
    lead = text[start : amount.start]
    last = earlier[-1].frame if earlier else None
    if (
        start == lead_start and last and (spent := re.match(rf"{_PER}\({re.escape(last)}\)", lead))
    ):  # it spoke of the limit before
        start, lead = start + spent.end(), lead[spent.end() :]
    labels = list(CAP_LABEL.finditer(lead))
    same_frame = start == lead_start and re.fullmatch(r"[、,][^()【】]*", lead)
    frame = (
        last
        if same_frame
        else _frame(compact, lead, lead[labels[-1].end() :] if labels else lead, amount.end)
    )
    band, size = _BAND.search(lead), _SIZE.search(lead)
    raised = any(amount.yen > c.yen for c in earlier) and bool(_RAISE.search(lead))
    return Cap(
        yen=amount.yen,
        printed=_printed(compact, start, labels, amount),
        frame=frame,
        size_class=size.group(1) if size else None,
        band=band.group() if band else None,
        with_uplift=raised,
        line=compact.line_at(amount.start),
    )


def _printed(compact: Compact, start: int, labels: list[re.Match[str]], amount: Sum) -> str:
    """From the label (with the word that it ends: 補助上限) to the sum and what it is counted by
    (/年, (年額)).
    """
    begin = amount.start
    if labels:
        begin = start + labels[-1].start()
        begin -= len(
            re.search(
                r"(?:補助|交付|給付|助成|支給|貸付|保証|年間|委託契約の)?$",
                compact.text[start:begin],
            ).group()
        )
    elif match := re.search(r"(?:原則|累計|最大)$", compact.text[start : amount.start]):
        begin = start + match.start()
    unit = re.match(
        rf"{_PER}(?:\((?:年額|総額|月額)\))?(?:まで|以下|以内)?", compact.text[amount.end :]
    )
    return compact.printed(begin, amount.end + unit.end())


def _frame(compact: Compact, lead: str, words: str, end: int) -> str | None:
    """The frame or course of the limit: in the bracket before it, in the bracket after it, or in
    the words before it.
    """
    if (match := _FRAME_BEFORE.search(lead)) and not _NO_FRAME.search(match.group(1)):
        return match.group(1)
    if (
        end not in compact.openings
        and (match := _FRAME_AFTER.match(compact.text, end))
        and not _NO_FRAME.search(match.group(1))
    ):
        return match.group(1)
    match = _FRAME_WORDS.search(words)
    return match.group(1) if match and not _NO_FRAME_WORDS.search(match.group(1)) else None


def _without_line(cap: Cap) -> Cap:
    return cap.model_copy(update={"line": 0, "printed": ""})


def _distinct(found: list[Cap]) -> list[Cap]:
    return list({_without_line(c): c for c in reversed(found)}.values())[::-1]
