"""Whether the value of a bonus comes on top, or is what there is then."""

from __future__ import annotations

import pytest

from loaders.catalogue.records import Bonus
from tests.loaders.bonuses.test_uplifts import read


def kinds(bonuses: list[Bonus]) -> list[tuple[str | None, str | None]]:
    return [(bonus.value, bonus.value_is) for bonus in bonuses]


@pytest.mark.parametrize(
    ("line", "value", "value_is"),
    [
        ("登り窯を直す場合は、補助上限額に50万円を上乗せします。", "50万円", "added"),
        ("登り窯を直す場合は、補助上限を900万円に引き上げます。", "900万円", "level"),
        ("２の事業：3/10以内（登り窯を直す場合は１/2以内)", "1/2以内", "level"),
        ("・補助上限額：２億円（窯元を助ける場合は３億円）", "3億円", "level"),
    ],
)
def test_the_words_behind_a_value_say_what_it_is(
    line: str, value: str, value_is: str | None
) -> None:
    assert (value, value_is) in kinds(read(line))


def test_what_has_no_value_is_neither() -> None:
    assert set(kinds(read("登り窯を直す事業者は、審査で加点します。"))) <= {(None, None)}


def test_the_steps_of_a_ladder_are_levels_and_what_is_beside_it_is_added() -> None:
    text = (
        "給与等支給額（前年度比）",
        "税額控除率",
        "＋３％ １０％",
        "＋４％ １５％",
        "前年度比＋１０％",
        "⇒ 税額控除率を５%上乗せ",
    )
    found = dict(kinds(read("・適用対象：中小企業者等", *text, title="試しの税制")))
    assert (found.get("10%"), found.get("15%"), found.get("5%")) == ("level", "level", "added")


def test_a_sum_behind_a_plus_comes_on_top() -> None:
    text = (
        "(1)窯の調査事業",
        "上限総額90万円（定額・上限30万円 ＋ 最大1/3・上限60万円※）",
        "※薪割り機を使う場合の補助上限",
    )
    assert kinds(read(*text)) == [("最大1/3・上限60万円", "added")]


def test_a_blank_within_a_sum_is_none_of_it() -> None:
    text = "・補助上限額：２万円（窯元を助ける場合は３万 5,000 円）"
    assert ("3万5,000円", "level") in kinds(read(text))
