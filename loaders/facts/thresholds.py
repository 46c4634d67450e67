"""The numbers that an applicant has to meet: capital, employees, sales, investment,
wages, years …
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Literal

from graph.language.numerals import number
from loaders.catalogue.records import Threshold
from loaders.facts.prose import running_text
from loaders.text.amounts import yen_amounts
from loaders.text.glyphs import ITEMS
from loaders.text.page import Page

Of = Literal[
    "employees", "capital", "sales", "investment", "wage", "energy", "age", "years", "other"
]
Op = Literal[">=", ">", "<=", "<", "="]

# the quantity by the last of these words before the number; money, people and time fall back on
# their unit
_SUBJECTS: tuple[tuple[Of, re.Pattern[str]], ...] = (
    ("capital", re.compile(r"資本金|出資の総額|出資総額")),
    ("employees", re.compile(r"従業員|常用労働者|労働者数|雇用する労働者|常時使用する")),
    ("sales", re.compile(r"売上|販売額|年商")),
    ("investment", re.compile(r"投資(?:額|金額|総額|の総額)?(?!収益|後)|事業費|事業規模")),
    ("energy", re.compile(r"エネルギー使用量|原油換算|電力使用量|エネルギー消費量")),
    ("wage", re.compile(r"賃金|賃上げ|給与|給料|基本給|最低賃金|報酬|年収")),
    ("age", re.compile(r"創業後|設立後|創業から|設立から|開業|創業|年齢|満(?=\d)")),
    (
        "years",
        re.compile(r"事業期間|研究開発期間|実施期間|被保険者期間|過去|以内に.{0,10}実績|期間"),
    ),
)
_OTHER_SUBJECT = re.compile(
    r"付加価値|生産性|コスト|収益率|契約金額|与信|決済|出荷額|離職率|取得率|取得日数|時間|取得者|議決権|面積|容量|生産効率|利用者|負担額|自己負担|参画事業者|構成員|点数|借入"
)
_UNIT = (
    r"事業年度|か年|ヵ年|ヶ年|カ年|年度|年間|年|か月間?|ヶ月間?|ヵ月間?|カ月間?|週間|日間?|時間|分|人日|人|名|者|社|件|点|歳|才|%|パーセント|倍|"
    r"kl|kL|KL|kWh|kwh|kW|kw|MW|GJ|t-?CO2|トン|t|ha|ヘクタール|m2|㎡|か所|ヶ所|箇所|円"
)
_BOUND = r"以上|以下|以内|未満|を?超え(?:る|ない)?|超|を上回る|を下回る|\)?に達し"
_NUMERAL = r"\d[\d,]*(?:\.\d+)?(?:\s*[十百千万億兆](?:\d+)?)*"
_MEASURE = re.compile(
    rf"(?P<number>{_NUMERAL})\s*(?P<unit>{_UNIT})(?:[/・]?(?:年|人|月|件|時))?(?:程度|間|分)?\s*(?:\([^()]{{0,20}}\))?\s*(?:の水準)?(?P<bound>{_BOUND})",
    re.IGNORECASE,
)
# how long a project may run; the longest of a span, and of each column of a table
_LONGEST = re.compile(
    rf"(?:(?<=最長)|(?<=期間[:は]\d[~-])|(?<=期間\d[~-]))\s*(?P<number>{_NUMERAL})\s*(?P<unit>事業年度|年度|年間|年)(?!\d)"
)
_TERM = re.compile(r"(?:事業|実施|研究開発|契約)期間")
_WITHIN = re.compile(
    rf"過去\s*(?P<number>{_NUMERAL})\s*(?P<unit>か年|ヵ年|年間|年)の?間(?=であること)"
)
# 売上高10億円～100億円未満: the lower end of a span whose upper end has a bound
_SPAN_FROM = re.compile(rf"(?P<number>{_NUMERAL})\s*(?P<unit>円)~(?={_NUMERAL}\s*円(?:{_BOUND}))")
# 最低賃金＋30円, 最低事業費 1,500万円: a floor that carries no 以上 behind it
_FLOOR = re.compile(
    rf"(?:最低(?:事業費|投資額|補助対象経費)|(?:投資|事業費)下限額?)\s*[:は]?\s*(?P<number>{_NUMERAL})\s*(?P<unit>円)"
)
_OVER_LEVEL = re.compile(rf"最低賃金\s*[+＋]\s*(?P<number>{_NUMERAL})\s*(?P<unit>円|%)")
# the first step of a tax incentive's table is what one has to reach; the further ones only raise
# the credit
_FIRST_STEP = re.compile(
    rf"(?:給与等?支給額|賃上げ率?)(?:\([^()]*\))?\s*(?:税額)?控除率\s*[+＋]\s*(?P<number>{_NUMERAL})\s*(?P<unit>%)"
)
_GOAL_RATE = re.compile(
    rf"(?:年平均成長率|成長率|伸び率|上昇率)\s*[+＋]?\s*(?P<number>{_NUMERAL})\s*(?P<unit>%)\s*(?:向上|増加|の増加|以上)?[^。"
    r"]{0,10}を目指す[^。]{0,40}対象"
)

# what shows that a statement is about conditions, not about aims, results, amounts or what the
# measure offers
_CONDITION = re.compile(
    r"要件|のみ|集めて|の(?:小規模|中小|中堅|個人)|条件|対象(?!経費|外|地域|労働者に|と(?:して|する)認定)|であること|ていること|でないこと|に限る|あること|するもの|する事業者|した事業主|する(?:中小|中堅|企業)|の企業|の事業|を満たす|必要|基準|除く|のうち|応募|申請者|認定|もの$|予定している|場合|が対象"
)
_HEADED = re.compile(r"要件|条件|基準|対象(?!経費|労働者)|応募|資格")
_HEADS = re.compile(r"[<【■●].{0,8}(?:要件|条件|基準)")
_AIM = re.compile(
    r"成果目標|目指|目標(?!の基準)|(?:削減|向上|増加|上昇|実現)(?:する)?こと(?:とする|を目)|KPI|実績(?!が必要|を有|のある)|であった|採択|平均(?:投資額|賃上げ率)|となった|アンケート|割を占|抑制"
)
_STANDARD = re.compile(
    r"基準を満たし|要件を満たし|ことが要件"
)  # an aim that is set as a standard to be met
_AMOUNT_ONLY = re.compile(
    r"上限|支払|請求後|部分|融資(?:のご利用|制度)|補助率|税額控除|上乗せ|引上げの場合|引き上げる場合|支給額|加算|特例|限度額|貸付|償還|据置|保証割合|助成額|交付額|補助額|総議決権|過半数|訓練期間|義務"
)
_OPS: dict[str, Op] = {
    "以上": ">=",
    "以下": "<=",
    "以内": "<=",
    "未満": "<",
    "超": ">",
    "超え": ">",
    "超える": ">",
    "を上回る": ">",
    "を下回る": "<",
    "超えない": "<=",
    "に達し": ">=",
}
_NEGATED: dict[Op, Op] = {">=": "<", ">": "<=", "<=": ">", "<": ">=", "=": "="}
_DEADLINE = re.compile(r"^に、?[^。]{0,24}(?:申請|請求|届|提出)")
_BAND = re.compile(
    r"^\D{0,6}[\d,]+\s*万円|^[^。、]{0,14}は\s*\d+/\d+"
)  # a row of a table: 従業員5人以下 750万円
_STOP = re.compile(rf"[。※➀-➓{ITEMS}]")
_NOT = re.compile(
    r"^[^。、"
    r"(]{0,14}(?:でない|ではない|ものを除く|者を除く|法人を除く|を除く|もの除く|がいない|は対象外)"
)
_YEARS = frozenset({"事業年度", "年度", "か年", "ヵ年", "ヶ年", "カ年", "年間", "年"})
_TOLD_AFTER = re.compile(r"の(?P<what>(?:設備|大規模な?|事業)?投資|売上)")  # 10億円以上の投資
_FRAME = re.compile(r"^\W*(?P<frame>[^\s:、。()]{2,16}(?:枠|型|コース|類型))\s*[:)】]")


@dataclass(frozen=True)
class _Found:
    """A number with its bound, as matched in a statement."""

    match: re.Match[str]
    op: Op


def thresholds(page: Page) -> list[Threshold]:
    """The conditions for applying that have a number: money in yen, all else in the printed unit.
    One record an `of` and amount.

    Left out: aims and results, and what only raises or limits the support.
    """
    found: list[Threshold] = []
    heading = ""
    for flow in running_text(page):
        headed = bool(_HEADED.search(heading) or _HEADS.match(flow.text))
        for hit in _hits(flow.text, headed):
            record = _record(flow.text, hit, flow.line_at(hit.match.start("number")))
            if record and all(
                (r.of, r.amount, r.op) != (record.of, record.amount, record.op) for r in found
            ):
                found.append(record)
        if len(flow.text) < 24 and not re.search(r"[。、]", flow.text):
            heading = flow.text
    return found


def _hits(text: str, headed: bool) -> list[_Found]:
    hits = [
        _Found(m, _op(m["bound"], text[m.end() :]))
        for m in _MEASURE.finditer(text)
        if _is_condition(text, m, headed)
    ]
    hits += [
        _Found(m, "<=")
        for m in _LONGEST.finditer(text)
        if _TERM.search(text[max(0, m.start() - 80) : m.start()])
    ]
    hits += [_Found(m, "<=") for m in _WITHIN.finditer(text)]
    hits += [
        _Found(m, ">=")
        for m in _SPAN_FROM.finditer(text)
        if any(h.match.start() == m.end() for h in hits)
    ]
    hits += [_Found(m, ">=") for pattern in (_FLOOR, _FIRST_STEP) for m in pattern.finditer(text)]
    hits += [
        _Found(m, ">=")
        for pattern in (_OVER_LEVEL, _GOAL_RATE)
        for m in pattern.finditer(text)
        if not _AMOUNT_ONLY.search(_clause(text, m)[0])
    ]
    return sorted(hits, key=lambda hit: hit.match.start())


def _is_condition(text: str, match: re.Match[str], headed: bool) -> bool:
    before, after = _clause(text, match)
    if _AMOUNT_ONLY.search(before[-40:]) or _AMOUNT_ONLY.search(after[:12]):
        return False
    if _BAND.match(after) or _DEADLINE.match(after) or "義務" in after:
        return False
    if _AIM.search(before + match.group() + after) and not _STANDARD.search(after):
        return False
    return headed or bool(
        _CONDITION.search(match.group() + after) or _CONDITION.search(before[-30:])
    )


def _clause(text: str, match: re.Match[str]) -> tuple[str, str]:
    """What stands before and after the number in its sentence."""
    starts = [stop.end() for stop in _STOP.finditer(text, 0, match.start())]
    stop = _STOP.search(text, match.end())
    return (
        text[starts[-1] if starts else 0 : match.start()],
        text[match.end() : stop.start() if stop else len(text)],
    )


def _op(bound: str, after: str) -> Op:
    bound = bound.removeprefix(")")
    op = _OPS[bound.removeprefix("を") if bound.startswith("を超") else bound]
    return _NEGATED[op] if _NOT.match(after) else op


def _record(text: str, hit: _Found, line: int) -> Threshold | None:
    unit = hit.match["unit"]
    amount = _amount(hit.match)
    if amount is None:
        return None
    frame = _FRAME.match(text)
    of = _of(text[: hit.match.start("number")], unit)
    if of == "other" and (told := _TOLD_AFTER.match(text, hit.match.end())):
        of = "investment" if told["what"].endswith("投資") else "sales"
    return Threshold(
        of=of,
        op=hit.op,
        amount=amount,
        unit=unit,
        frame=frame["frame"] if frame else None,
        line=line,
    )


def _amount(match: re.Match[str]) -> float | None:
    if match["unit"] == "円":
        sums = yen_amounts(match["number"] + "円")
        return float(sums[0].yen) if sums else None
    return number(match["number"])


def _of(before: str, unit: str) -> Of:
    """What is counted: the nearest word that names a quantity, if the unit fits it."""
    reach = (
        90 if unit in ("人", "名") else 40
    )  # head counts stand in lists by trade, far behind their 従業員数
    near = before[max(before.rfind("。"), len(before) - reach, 0) :]
    named = [(m.end(), of) for of, pattern in _SUBJECTS for m in pattern.finditer(near)]
    named += [(m.end(), "other") for m in _OTHER_SUBJECT.finditer(near)]
    of: Of = max(named)[1] if named else "other"  # type: ignore[assignment]
    if unit in _YEARS:
        return "age" if of == "age" else "years"
    if unit in ("人", "名"):
        return "employees" if any(of == "employees" for _, of in named) else "other"
    if unit in ("円", "%"):
        return of if of in ("capital", "sales", "investment", "wage") else "other"
    if unit.lower() in ("kl", "gj", "kwh", "kw", "mw"):
        return "energy" if of == "energy" else "other"
    return "age" if unit in ("歳", "才") else "other"
