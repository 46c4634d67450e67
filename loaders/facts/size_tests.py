"""How a page decides in numbers which size class an applicant is of: heads, capital, sales, and
those of the whole group.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from graph.language.numerals import NUMERAL, number
from graph.schema.size_classes import SizeClass
from loaders.catalogue.records import SizeLimit, SizeTest
from loaders.text.lines import Flow, plain
from loaders.text.page import Page
from loaders.vocabulary.bonus_words import size_class_in

_HEADS = r"(?:従業員数?|(?:常時(?:雇用|使用)する|常用)(?:労働者|従業員)数?|労働者数)"
_LIMIT = re.compile(
    rf"(?P<of>{_HEADS}|資本金(?:の額)?|売上高)(?P<group>の合計)?が?(?P<number>{NUMERAL})(?P<unit>円|人|名)(?P<bound>以下|未満|以上|を超える)"
    r"(?P<out>(?:もの|者|法人|企業)?を除く)?(?:の(?P<whom>法人|個人事業主)(?!や|又は|または|、"
    r"個人))?"
)
_OPS = {"以下": "<=", "未満": "<", "以上": ">=", "を超える": ">"}
_WITHOUT = {"<=": ">", "<": ">=", ">=": "<", ">": "<="}
# 適用対象:青色申告書を提出する…: one such line a class, up to what ends the sentence or begins the
# table
_FRAME = re.compile(
    r"適用対象(?:者)?:(?P<who>(?:(?!適用対象)[^。:()]){4,60}(?:\([^()]*\))?(?:[^。"
    r":()]{0,24}個人事業主)?(?:\([^()]*\))?)"
)
# beside the class, also by trade: 小規模事業者従業員N人以下(one trade業はM人以下),
# 中小企業(常時雇用する労働者数N人以下)
_CLASS = r"(?P<class>小規模(?:事業者|企業者?)|中小企業者?|中堅企業者?)"
_BESIDE = re.compile(
    rf"{_CLASS}等?\(?(?P<heads>{_HEADS})が?(?P<number>[\d,]+)[人名]以下(?:\((?P<trade>[^()]{{2,16}}業)は(?P<other>\d+)[人名]以下\))?"
)
# 小規模事業者※ … and in the note: ※従業員数が「one trade」の場合5人以下、another trade
# の場合20人以下
_NOTED = re.compile(
    rf"{_CLASS}※(?!\d)(?P<text>.{{0,160}}?)※\s*{_HEADS}が(?P<cases>[^。"
    r"]{0,40}?の場合[\d,]+[人名]以下[^。]{0,60})"
)
_CASE = re.compile(
    r"(?P<trade>[^、。」]{2,30}業種?)(?:\([^()]*\))?」?の場合(?P<number>[\d,]+)[人名]以下"
)
_BAND = re.compile(
    r"(?:(?P<least>\d+)\s*[~-]\s*)?(?P<number>\d+)\s*[人名](?P<bound>以下|未満|以上)?"
)
_BY_LAW = re.compile(r"中小企業基本法(?:で|に|において)?(?:定める|規定する)(?P<class>中小)")


def size_tests(page: Page) -> list[SizeTest]:
    """The ways in which the page counts applicants to size classes, in its order, each once; limits
    in yen and heads.
    """
    flow = Flow.of(page.lines)
    found = sorted(
        [*_framed(flow), *_beside(flow), *_noted(flow), *_by_law(flow)], key=lambda test: test.line
    )
    return list(
        {
            test.model_copy(update={"line": 0}).model_dump_json(): test for test in reversed(found)
        }.values()
    )[::-1]


def band(printed: str) -> tuple[SizeLimit, ...]:
    """What a band of head counts comes to (20人以下, 6～20名, 101名以上); nothing where the text
    has none.
    """
    match = _BAND.search(plain(printed))
    if match is None or not (match["least"] or match["bound"]):
        return ()
    ends = [(">=", match["least"])] if match["least"] else []
    return tuple(
        SizeLimit(of="employees", op=op, amount=number(amount), unit="人")
        for op, amount in [*ends, (_OPS[match["bound"] or "以下"], match["number"])]
    )


def _framed(flow: Flow) -> Iterator[SizeTest]:
    """A measure with a frame for each class: who is in none of the smaller ones is in the one that
    is open to all.
    """
    frames = list(_FRAME.finditer(flow.text))
    if len(frames) < 2:
        return
    for frame in frames:
        if size := size_class_in(frame["who"]):
            line = flow.line_at(frame.start())
            limits = [(match["whom"], _limit(match)) for match in _LIMIT.finditer(frame["who"])]
            for whom in dict.fromkeys(whom for whom, _ in limits) or [None]:
                yield SizeTest(
                    size_class=size,
                    whom=whom,
                    limits=[limit for for_whom, limit in limits if for_whom == whom],
                    line=line,
                )


def _limit(match: re.Match[str]) -> SizeLimit:
    of = (
        "capital"
        if match["of"].startswith("資本金")
        else (
            "sales"
            if match["of"] == "売上高"
            else "group_employees"
            if match["group"]
            else "employees"
        )
    )
    op = _OPS[match["bound"]]
    return SizeLimit(
        of=of,
        op=_WITHOUT[op] if match["out"] else op,
        amount=number(match["number"]),
        unit="円" if match["unit"] == "円" else "人",
    )


def _beside(flow: Flow) -> Iterator[SizeTest]:
    for match in _BESIDE.finditer(flow.text):
        size, line = _size(match["class"]), flow.line_at(match.start("number"))
        if match["trade"]:
            yield _heads(size, "商業・サービス業", match["other"], line)
        yield _heads(size, "その他の業種" if match["trade"] else None, match["number"], line)


def _noted(flow: Flow) -> Iterator[SizeTest]:
    for match in _NOTED.finditer(flow.text):
        for case in _CASE.finditer(match["cases"]):
            whom = (
                "商業・サービス業"
                if re.search(r"商業|小売|サービス", case["trade"])
                else "その他の業種"
            )
            yield _heads(
                _size(match["class"]),
                whom,
                case["number"],
                flow.line_at(match.start("cases") + case.start("number")),
            )


def _heads(size: SizeClass, whom: str | None, printed: str, line: int) -> SizeTest:
    return SizeTest(
        size_class=size,
        whom=whom,
        limits=[SizeLimit(of="employees", op="<=", amount=number(printed), unit="人")],
        line=line,
    )


def _by_law(flow: Flow) -> Iterator[SizeTest]:
    for match in _BY_LAW.finditer(flow.text):
        yield SizeTest(
            size_class="中小企業", law="中小企業基本法", line=flow.line_at(match.start())
        )


def _size(printed: str) -> SizeClass:
    return size_class_in(printed) or "中小企業"
