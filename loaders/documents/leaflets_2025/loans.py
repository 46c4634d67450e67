"""What a leaflet says of loans and guarantees: for whom, at what rate, up to what sum."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from loaders.bonuses.conditions import Condition, phrase
from loaders.bonuses.draft import Draft
from loaders.catalogue.records import Benefit, Cap
from loaders.text.compact import Compact
from loaders.vocabulary.bonus_words import size_class_of

# a loan below the base rate 「基準金利から…引き下げた」 with 対象者:…した者
_LOWERED = re.compile(
    r"基準(?:金利|利率)から(?P<value>\d+(?:\.\d+)?%)引き?下げた融資"
    r"[^*。]{0,12}\*対象者:(?P<when>[^*※]{6,60}?者)(?=\*)"
)
# a guarantee for a plan (…計画…保証付融資…) with its limit and rate
_GUARANTEED = re.compile(
    r"\*概要:(?P<when>[^*※。]{6,70}?計画)(?![^*※。]*計画)[^*※。]{0,24}保証付き?融資[^*※。]{0,12}"
    r"\*制度詳細:(?P<value>(?:保証上限[\d.,]+[千万億]+円・?)?保証料率[\d.]+%)"
)
# a guarantee for loans put together (…を組み合わせる…) with its limit and share
_COMBINED_LOAN = re.compile(
    r"\*概要:(?P<when>[^*※。]{6,60}?組み合わせる)(?:こと)?[^*※。]{0,80}"
    r"\*制度詳細:(?P<value>保証上限[\d.,]+[千万億]+円・保証割合\d+%)"
)
# a guarantee of the whole loan for those of a size (…の事業者等を対象とした、100%の保証が可能)
_FOR_SMALL = re.compile(
    r"\*概要:(?P<when>[^*※。]{4,70}?)を対象とした、?(?P<value>\d+%の保証)が可能な制度"
    r"(?:\*制度詳細:(?P<limit>保証上限[\d.,]+[千万億]+円))?"
)
# … who are nothing but small by law: 20 heads, 5 in commerce and services
_SMALL_BY_LAW = re.compile(
    r"小規模(?:企業者?|事業者)\(?従業員20人以下(?:\(商業・サービス業は5人以下\))?\)?(?:の(?:事業者|者))?等?"
)
# a loan whose rate hangs on the year's result (…2区分(赤字の場合は0.9%・黒字の場合は2%台)の利率)
_BY_RESULT = re.compile(
    r"\d区分\((?P<when>[^()・]{2,12}?の場合)は(?P<value>\d+(?:\.\d+)?%)・[^()]{4,30}\)の利率"
)
_LOAN, _GUARANTEE = "日本政策金融公庫の融資", "信用保証"
_BOX = 6  # lines of a box that follow the one of its rate
_LENDER = re.compile(r"日本(?:政策金融)?公庫")


def lent(compact: Compact, limits: Sequence[Cap]) -> Iterator[Draft]:
    """Loans of the public lender below its ordinary rate and guarantees at a rate of their own, for
    those of whom the leaflet says why; each by the name of its box, where its limit has one.
    """
    found: list[tuple[re.Match[str], Benefit, str]] = [
        (match, "credit_guarantee", _GUARANTEE)
        for pattern in (_GUARANTEED, _COMBINED_LOAN, _FOR_SMALL)
        for match in pattern.finditer(compact.text)
    ]
    if _LENDER.search(compact.text):
        found += [
            (match, "low_interest_loan", _LOAN)
            for pattern in (_LOWERED, _BY_RESULT)
            for match in pattern.finditer(compact.text)
        ]
    for match, benefit, name in found:
        line = compact.line_at(match.start("value"))
        first = compact.line_at(match.start()) - (_BOX if match.re is _BY_RESULT else 0)
        box = next((c.frame for c in limits if c.frame and first <= c.line <= line + _BOX), None)
        yield Draft(
            _for_whom(match["when"]),
            benefit,
            line,
            "・".join(filter(None, (match.groupdict().get("limit"), match["value"]))),
            raises=box or name,
            size_class=size_class_of(match["when"]) if match.re is _FOR_SMALL else None,
        )


def _for_whom(when: str) -> Condition:
    """What is asked for; nothing of those who need only be small by law."""
    return Condition((), "all", "other", ()) if _SMALL_BY_LAW.fullmatch(when) else phrase(when)
