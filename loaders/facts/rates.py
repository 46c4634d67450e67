"""The shares that a page says are paid (補助率 1/2以内, 定額, 費用の2/3を助成, 年収×16%)."""

from __future__ import annotations

import re
from dataclasses import dataclass

from graph.schema.size_classes import size_classes
from loaders.catalogue.records import Rate
from loaders.text.compact import Compact
from loaders.text.page import Page

_FRACTION = r"(?<![\d/.])(?P<over>\d{1,2})/(?P<under>\d{1,2})(?![\d/年月日])|(?P<under_first>\d|[二三四五六])分の(?P<over_last>\d|[一二三])"
_SHARE = rf"(?:{_FRACTION})|(?<![\d.(])(?P<percent>\d+(?:\.\d+)?)%(?:分の(?=補助))?|(?P<tenths>\d)割(?!引|増|減)|(?<!一)(?P<fixed>定額)(?!制|減税|の?給)"
_RATE = re.compile(rf"(?P<upper>最大|上限)?(?:{_SHARE})(?P<tail>以内|以下)?(?P<etc>等(?!を|の))?")
_RANGE = re.compile(r"(?P<low>\d{1,2}/\d{1,2})[~～](?P<high>\d{1,2}/\d{1,2})(?:以内)?")
_LABEL = re.compile(r"補助率|助成率|補助割合|支援率|負担割合")
_END = re.compile(r"。|対象経費|補助対象|公募|期間|要件|お?問合せ|成果目標|事業スキーム|支援内容")
_BASE = re.compile(
    r"(?P<base>年収等?|給与等?|[^。、]{0,2}(?:費用?|経費|掛金|額))(?P<of>の|×|に)(?:最大)?$"
)
_GIVEN = re.compile(
    r"(?:以内|以下|等|分の?)?(?:\([^()]*\))?(?:(?:を|相当額?を?|に相当する額を?|の)?(?:補助|助成|支援|支給|給付)|\)?を乗じ)"
)
_SMALLER = re.compile(r"(?:を)?返済|以上|超|を超|未満|を占め|の同意|の(?:賛成|議決)")
_SIZES = {size.short: size.name for size in size_classes()}
_SIZE_AFTER = re.compile(
    rf"(?:以内|以下|等)?\(({'|'.join(_SIZES)})(?:企業|事業者)?者?等?(?:\([^()]*\))?\)"
)
_SIZE_BEFORE = re.compile(
    rf"({'|'.join(_SIZES)})(?:企業|事業者)者?等?\)?(?:は|には|[:：])?(?:原則)?$"
)
_FRAME = re.compile(r"[【(]([^】()【]{2,20}?(?:枠|型|類型|コース|タイプ))※?\d?[】)][^【】]{0,12}$")
_BAND = re.compile(
    r"((?:従業員数?)?\d[\d,]*(?:[~〜-]\d[\d,]*)?[人名](?:以下|以上|未満|超)?)[^。\d]{0,8}$"
)
_REACH = 40
_KANJI = {"一": 1, "二": 2, "三": 3, "四": 4, "五": 5, "六": 6}


@dataclass(frozen=True)
class _Share:
    value: float | None
    printed: str


def rates(page: Page) -> list[Rate]:
    """Every rate of support, in the page's order; `value` as a fraction of 1, None for 定額 and for
    a range.

    A share counts where a label (補助率 …) governs it, where it is taken of a cost, or where the
    words after it say that it is paid.
    """
    compact = Compact.of(page)
    found: list[Rate] = []
    label = -_REACH  # where the last label, or the last rate under it, ends
    for match in _candidates(compact.text):
        label = max([label, *(m.end() for m in _LABEL.finditer(compact.text, 0, match.start()))])
        lead = compact.text[max(0, match.start() - 40) : match.start()]
        governed = match.start() - label <= _REACH and not _END.search(
            compact.text, max(0, label), match.start()
        )
        share = _share(compact, match)
        if (
            share is None
            or _SMALLER.match(compact.text, match.end())
            or not (governed or _is_paid(compact.text, match, lead))
        ):
            continue
        label = match.end()
        size = _SIZE_AFTER.match(compact.text, match.end()) or _SIZE_BEFORE.search(lead)
        frame, band = _FRAME.search(lead), _BAND.search(lead)
        found.append(
            Rate(
                printed=share.printed,
                value=share.value,
                frame=frame.group(1) if frame else None,
                size_class=_SIZES[size.group(1)] if size else None,
                band=band.group(1) if band else None,
                line=compact.line_at(match.start()),
            )
        )
    return list({(r.printed, r.frame, r.size_class, r.band): r for r in reversed(found)}.values())[
        ::-1
    ]


def _candidates(text: str) -> list[re.Match[str]]:
    """Ranges first (3/4~9/10 is one rate), then single shares outside them."""
    ranges = list(_RANGE.finditer(text))
    singles = [
        m for m in _RATE.finditer(text) if not any(r.start() <= m.start() < r.end() for r in ranges)
    ]
    return sorted([*ranges, *singles], key=lambda m: m.start())


def _is_paid(text: str, match: re.Match[str], lead: str) -> bool:
    if match.re is _RANGE:
        return False
    if match["fixed"]:
        return bool(
            re.match(
                r"(?:で|を)?(?:補助|助成)|\(?(?:補助)?上限|[・、](?:補助)?上限", text[match.end() :]
            )
        )
    if match["upper"] and match["over"]:
        return True
    base = _BASE.search(lead)
    if base and base["of"] == "×":
        return True
    given = bool(_GIVEN.match(text, match.end()))
    return given or bool(
        base
        and re.match(
            r"(?:相当|を|以内|、)[^。]{0,24}(?:補助|助成|支給|給付|支援)|\((?:年間)?上限",
            text[match.end() :],
        )
    )


def _share(compact: Compact, match: re.Match[str]) -> _Share | None:
    text = compact.text
    printed = compact.printed(match.start(), match.end())
    if match.re is _RANGE:
        return _Share(None, printed)
    if match["fixed"]:  # 1,000万円定額
        amount = re.search(r"[\d,]+[万億]円$", text[max(0, match.start() - 12) : match.start()])
        return _Share(None, (amount.group() if amount else "") + printed)
    if match["percent"] or match["tenths"]:
        value = float(match["percent"]) / 100 if match["percent"] else int(match["tenths"]) / 10
        base = re.search(
            r"年収等?[×の](?:最大)?$", text[max(0, match.start() - 10) : match.start()]
        )
        after = (
            re.match(r"補助", text[match.end() :])
            if "分の" in printed
            else re.match(r"\+[\d,]+[万億]?円", text[match.end() :])
        )
        printed = (base.group() if base else "") + printed + (after.group() if after else "")
        return _Share(value, printed) if value <= 1 else None
    if match["etc"] and re.search(
        r"\d/\d+(?:以内)?、$", text[max(0, match.start() - 10) : match.start()]
    ):
        printed = printed.removesuffix(
            "等"
        )  # 等 closes the list, it does not belong to its last share
    over, under = (
        (match["over"], match["under"])
        if match["over"]
        else (match["over_last"], match["under_first"])
    )
    numerator, denominator = (_KANJI.get(n) or int(n) for n in (over, under))
    return _Share(numerator / denominator, printed) if 0 < numerator < denominator <= 20 else None
