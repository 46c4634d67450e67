"""A number that cannot be read costs its bonus, never the run: the page says which, and on which
line.
"""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from loaders.bonuses import bonuses
from loaders.documents.leaflets_2025.notes import condition_of
from loaders.text.lines import Line
from loaders.text.page import Page, Problem


def page(*lines: str) -> Page:
    return Page("booklet", tuple(Line(100 + at, line) for at, line in enumerate(lines)))


@pytest.mark.parametrize(
    ("line", "printed"),
    [
        ("・補助上限額：２億円（賃上げを1,5％以上行う場合は３億円）", "1,5%"),
        ("・補助上限額：２億円（窯元を助ける場合は3,5億円）", "3,5億円"),
        ("・補助率：1/2以内（窯元を助ける場合は2/0以内）", "2/0以内"),
        ("・補助率：1/0以内（窯元を助ける場合は2/3以内）", "1/0以内"),
        ("・事業場内最低賃金を3,0円以上引き上げる事業者には、補助上限額を引上げ。", "3,0円"),
        ("・付加価値額を1,2億円以上とする場合は、追加的に経費の1/5を補助する。", "1,2億円"),
        ("在留の手続：ポイントの合計が7,0点に達した場合に、在留の優遇措置を講ずる。", "7,0点"),
    ],
)
def test_the_bonus_is_refused_and_its_line_named(line: str, printed: str) -> None:
    made_up = page("試しの窯元を助ける施策。", line)
    assert bonuses(made_up, "measure:0", "試しの施策") == []
    assert made_up.refused == [
        Problem("booklet", 101, f"a bonus hangs on {printed}, which is no number")
    ]


def test_a_condition_of_several_parts_is_refused_for_one_of_them() -> None:
    condition = condition_of("①賃上げ率1,5%以上、②付加価値額3%以上を満たす場合")
    assert condition.unreadable == "1,5%"


def test_the_rest_of_the_page_is_read() -> None:
    made_up = page(
        "・補助上限額：２億円（賃上げを1,5％以上行う場合は３億円）",
        "・補助上限額：２億円（窯元を助ける場合は３億円）",
    )
    [bonus] = bonuses(made_up, "measure:0", "試しの施策")
    assert (bonus.condition, bonus.line) == (["窯元を助ける場合"], 101)
    assert [problem.line for problem in made_up.refused] == [100]


NUMBERS = st.one_of(
    st.text("0123456789,.", min_size=1, max_size=6),
    st.builds("{}/{}".format, st.integers(0, 20), st.integers(0, 20)),
    st.sampled_from(["数", "○", "三千", "１２", "1,2", "0", "1.2.3", "9" * 400]),
)
UNITS = st.sampled_from(["%", "％", "円", "億円", "万円", "兆円", "点", "人", "以内", "%以上", ""])
WORDS = st.sampled_from(
    [
        "賃上げ", "給与支給総額", "最低賃金", "付加価値額", "教育訓練費", "(前年度比)",
        "基本給を", "増額改定", "1人当たり", "くるみん認定企業",
        "「里山計画」の認定を受けた事業者", "一定の要件", "ポイントの合計が", "に達した",
        "外国人に対して、", "在留", "優遇措置", "税額控除率", "税額控除", "特別償却",
        "中堅企業枠", "適用対象者:", "上乗せ要件①", "場合は", "場合の補助上限",
        "事業者には、", "以上", "未満", "を", "や", "又は", "追加的に", "補助", "補助率",
        "上限額を", "引上げ", "加算", "加点", "低利融資", "債務保証", "中小企業",
        "大企業のみ", "のみ", "⇒", "+", "※", "※)", "(", ")", "（", "「", "」", "①",
        "②", ">", ":", "〜", "~", "、", "。", "■", "・",
    ]
)  # fmt: skip
LINES = st.lists(st.one_of(WORDS, st.builds("{}{}".format, NUMBERS, UNITS)), max_size=14)


@given(st.lists(LINES.map("".join), min_size=1, max_size=8))
def test_no_page_ends_the_run_and_every_bonus_stands_on_it(lines: list[str]) -> None:
    made_up = page(*lines)
    numbers = {line.number for line in made_up.lines}
    unlocked = bonuses(made_up, "measure:0", "くるみん認定")
    assert {bonus.line for bonus in unlocked} <= numbers
    assert {problem.line for problem in made_up.refused} <= numbers
