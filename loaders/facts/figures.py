"""What a measure aims at (kpi) and what it has brought about (result), in numbers."""

from __future__ import annotations

import re
from typing import Literal

from graph.language.numerals import number
from loaders.catalogue.records import Figure
from loaders.facts.prose import running_text
from loaders.text.page import Page

_ERAS = {"令和": 2018, "平成": 1988}
_YEAR = re.compile(
    r"(?P<era>令和|平成)?(?P<year>\d{1,4}|元)年度?+(?!間|分|以内|以上|程度|連続|後|から|未満|目|先|問題)"
)
# a number with a unit that counts outcomes; sums of money keep their printed unit (50億円)
_VALUE = re.compile(
    r"(?P<number>\d[\d,]{0,20}(?:\.\d{1,9})?)\s*(?P<big>[万千億兆](?!円))?\s*(?P<unit>兆円|億円|百万円|万円|千円|円|%/年|%|パーセント|倍|か国|カ国|ヵ国|公館|自治体|大使館|会員|講座|製品|機関|団体|施設|拠点|"
    r"か月分|か所|カ所|ヶ所|件|社|者|名|人|組|回|校|口|基|台|隻|か年|kl|kL|KL|トン|t-?CO2|MW|GW)(?:/年)?(?!以上の(?:投資|企業)|目|当たり|あたり|につき|単位|以下の)"
)
_GOAL_HEADING = re.compile(r"成果目標|短期目標|長期目標|KPI|目標値")
_AIMED_BEFORE = re.compile(r"目標(?:最終年度|年度)[^。]{0,40}$")
_GOAL = re.compile(r"を?目指|目標(?!や|と(?:する)?人)|KPI|抑制する|達成")
_OUTCOME = re.compile(
    r"採択|実施(?:済|しました)|(?:で|[回件校])実施(?:。|\(|した|し、)|(?:が|に)?参加(?:。"
    r"|し|者数?は)|参画(?:中|し|。)|来場|会員\s*(?:数|が|:)|集まって|超える会員|選定(?:し、"
    r"|されて|を?実施済)|を選定$|指名|実績|活動中|登録(?:者|企業|事業者)?数|平均賃上げ率|平均投資額|任用|配属|運用中|随行|従事して|製品が|倍率|提供\(約"
)
_NO_OUTCOME = re.compile(
    r"上限|補助率|予定|以内|できる|支給|要件|場合|対象と|助成|必要|ポイント|参加者:|採択分|採択が?あ|上乗せ|控除|第\d+回|(?<!平均)資本金|コミット|従業員数?\d|調査で|項目|対応|無料|カ国語|[かヶヵ]国語|まで受|予算"
)
# an aim that the applicant sets himself, or a step of an uplift, is no goal of the measure
_OWN_AIM = re.compile(
    r"目指す[^。"
    r"]{0,10}(?:中小|中堅|企業|宣言|事業計画|計画|事業者)|上乗せ|特例|未達|要件|引上げ|引き上げ"
)
_NO_COUNT = re.compile(
    r"(?:第\s*(?:\d+\s*[~-]\s*第?\s*)?|最大\s*)$"
)  # an ordinal (第10~11回), a limit
_TRILLIONS = re.compile(r"(\d[\d,]*)\s*兆\s*$")
_OWN_SALES = re.compile(r"売上高$")  # 売上高100億円を目指す企業
_GOAL_REACH = 260  # a heading's goals may run over so many characters
_MONEY_NO_GOAL = re.compile(r"予算(?:額|案)|補助(?:額|率)|上限|内数|基金")


def figures(page: Page) -> list[Figure]:
    """The stated targets and outcomes: value and unit as printed (2兆円 is 2, 兆円; １万人 is
    10000, 人), the year where one stands by.

    Left out: money and rates that the measure pays, conditions, and what single companies did.
    """
    found: list[Figure] = []
    under_goal = 0
    for flow in running_text(page):
        text = flow.text
        if _GOAL_HEADING.search(text[:16]) and "基準" not in text:
            under_goal = _GOAL_REACH
        for match in _VALUE.finditer(text):
            what = (
                None
                if _NO_COUNT.search(text, max(0, match.start() - 12), match.start())
                else _what(text, match, under_goal > 0)
            )
            value = _value(text, match)
            if what is None or value is None:
                continue
            figure = Figure(
                what=what,
                value=value,
                unit=match["unit"],
                year=_year(text, match),
                line=flow.line_at(match.start()),
            )
            if all(
                (f.what, f.value, f.unit, f.year)
                != (figure.what, figure.value, figure.unit, figure.year)
                for f in found
            ):
                found.append(figure)
        under_goal = under_goal - len(text) if not _ends_goal(text) else 0
    return found


def _ends_goal(text: str) -> bool:
    return bool(
        re.match(
            r"[<【■●◼◆]?(?:予算|事業(?:スキーム|内容|概要)|備考|対象|補助|公募|※|お?問合せ|施策|支援)",
            text,
        )
    )


def _what(text: str, match: re.Match[str], under_goal: bool) -> Literal["kpi", "result"] | None:
    start = max(text.rfind("。", 0, match.start()) + 1, match.start() - 110)
    stop = text.find("。", match.end())
    sentence = text[start : stop + 1 if stop >= 0 else len(text)][:220]
    before, after = text[start : match.start()], text[match.end() : match.end() + 50]
    stated = (
        bool(_GOAL.search(after))
        or bool(re.search(r"(?:成果目標|短期目標|長期目標|KPI)[^。]{0,60}$", before))
        or bool(_AIMED_BEFORE.search(before))
    )
    counted = (
        before.rstrip().endswith("約") and not stated
    )  # 企業 約9,000社: what is there, not what is aimed at
    if (under_goal or stated) and not counted:
        if (
            _MONEY_NO_GOAL.search(before[-30:])
            or _OWN_SALES.search(before)
            or _OWN_AIM.search(before[-60:] + after)
        ):
            return None
        return (
            "kpi"
            if "基準" not in after and not re.search(r"対策\($|過去\d?年?間?の?平均\($", before)
            else None
        )
    if _NO_OUTCOME.search(before[-24:] + match.group() + after[:14]):
        return None
    return "result" if (counted and under_goal) or _OUTCOME.search(sentence) else None


def _value(text: str, match: re.Match[str]) -> float | None:
    """The number in its unit; 3兆2,632億円 is one sum."""
    value = number(match["number"] + (match["big"] or ""))
    trillions = (
        _TRILLIONS.search(text, max(0, match.start() - 8), match.start())
        if match["unit"] == "億円"
        else None
    )
    return value + 10_000 * number(trillions[1]) if value is not None and trillions else value


def _year(text: str, match: re.Match[str]) -> int | None:
    """The year nearest before the number in its sentence, or in the brackets right behind it, in
    the western count.
    """
    start = text.rfind("。", 0, match.start()) + 1
    behind = re.match(r"[\[(:][^\])]{0,14}", text[match.end() :])
    years = [
        *_YEAR.finditer(text, start, match.start()),
        *(_YEAR.finditer(behind.group()) if behind else ()),
    ]
    for year in reversed(years):
        if (found := _western(year)) is not None:
            return found
    return None


def _western(match: re.Match[str]) -> int | None:
    printed = 1 if match["year"] == "元" else int(match["year"])
    if match["era"]:
        return _ERAS[match["era"]] + printed
    return printed if 1990 <= printed <= 2100 else None
