"""More for those who do more: brackets, additions, ladders, stars, points."""

from __future__ import annotations

import pytest

from loaders.bonuses import bonuses
from loaders.page import Page
from loaders.records import Bonus
from loaders.text import Line


def read(*lines: str, title: str = "試しの助成金") -> list[Bonus]:
    return bonuses(Page("booklet", tuple(Line(10 + at, line) for at, line in enumerate(lines))), "measure:0", title)


def told(found: list[Bonus]) -> list[tuple[str, str, str | None]]:
    return [(bonus.condition[0], bonus.benefit, bonus.value) for bonus in found]


def test_a_higher_cap_in_brackets_raises_the_measure_itself() -> None:
    found = read("・補助率及び補助上限額：1/2以内、２億円（産地を助ける取組を行う場合は３億", "円）")
    assert told(found) == [("産地を助ける取組を行う場合", "cap_uplift", "3億円")]
    assert (found[0].raises.measure, found[0].applies_to, found[0].line) == ("measure:0", "試しの助成金", 10)


def test_a_higher_rate_in_brackets() -> None:
    assert told(read("２の事業：3/10以内", "（衛生管理へ対応する場合は１/2以内、補助上限 4千万円)")) == [("衛生管理へ対応する場合", "rate_uplift", "1/2以内")]


@pytest.mark.parametrize("line", [
    "■補助率： 掛金の１/２ ※２年目以降の更新の場合は、 掛金の１/３",
    "・補助上限額：２億円（更新の場合は１億円）",
    "• 50百万円（前年度から継続している実施主体の場合、前年度分と合算して累計１億円）",
    "・原則2,500万円。ただし融資等の額によって最大5,000万円。",
])
def test_less_or_a_mere_sum_is_no_uplift(line: str) -> None:
    assert read(line) == []


def test_a_sentence_says_who_does_more_and_what_gets_better() -> None:
    found = read("大幅な賃上げに取り組む事業者には、補助上限額を100～900万円上乗せします。", "最低賃金の引き上げに取り組む事業者には、補助率を3/4に引き上げます。")
    assert told(found) == [("大幅な賃上げに取り組む事業者", "cap_uplift", "100~900万円"), ("最低賃金の引き上げに取り組む事業者", "rate_uplift", "3/4")]
    assert {bonus.condition_kind for bonus in found} == {"wage_raise"}


def test_meeting_the_requirements_of_an_addition_is_no_condition_of_its_own() -> None:
    assert read("※加算措置要件を満たした場合は、支給額＋加算額を助成。") == []


def test_an_additional_part() -> None:
    found = read("講座を提供する取組。転職後1年間継続的に就", "業した場合は、追加的に受講費用の1/4相当額（最大10万円）補助")
    assert told(found) == [("転職後1年間継続的に就業した場合", "rate_uplift", "受講費用の1/4相当額(最大10万円)")]
    assert found[0].condition_kind == "person"


def test_items_in_a_column_of_additions() -> None:
    found = read("支給額（１人当たり） 加算措置等/加算額", "➀有期→正規： 80万円 (60万円)", "■賃金表を新たに設けた場合      １事業所当たり 20万円（15万円）")
    assert told(found) == [("賃金表を新たに設けた場合", "grant_uplift", "20万円(15万円)")]
    assert read("■賃金表を新たに設けた場合      １事業所当たり 20万円（15万円）") == []


def test_a_ladder_of_wage_rises_begins_with_what_is_asked_for() -> None:
    found = read("基本給を定める賃金規定", "を２％以上増額改定し、適用", "➀２％以上３％未満：    4万円 (2.6万円）", "③３％以上：6.5万円 (4.3万円）")
    assert told(found) == [("賃金規定を2%以上3%未満増額改定", "requirement", "4万円 (2.6万円)"), ("賃金規定を3%以上増額改定", "grant_uplift", "6.5万円 (4.3万円)")]
    rise = found[1].requires[0][0]
    assert (rise.what, rise.kind, rise.amount, rise.unit) == ("賃上げ", "wage_raise", 3.0, "%")


def test_starred_sums_and_their_note() -> None:
    found = read("上限総額600万円（定額・上限200万円 ＋ 最大1/2・上限400万円※）", "上限総額800万円（最大1/2・上限400万円 ＋ 最大2/3・上限400万円※）",
                 "※省人化に資する機器の計画、当該機器を用いて運行する場合の", "   補助上限と補助率")
    assert told(found) == [("省人化に資する機器の計画", "cap_uplift", "最大1/2・上限400万円"), ("当該機器を用いて運行する場合", "cap_uplift", "最大2/3・上限400万円")]


def test_points_of_a_person() -> None:
    found = read("⚫ 「学歴」、「職歴」の項目のほか、特別加算の項目を設けている。ポイントを加算することが可能。",
                 "✓ 令和３年３月31日からは、自治体が支援する企業等に就労する外国人に対して、特別加算の対象とすることにより、15点を加算している。",
                 "✓ ポイントの合計が一定点数（70点）に達した場合に、在留管理上の優遇措置を講ずる。")
    assert [(bonus.condition, bonus.benefit, bonus.value) for bonus in found] == [
        (["学歴", "職歴"], "immigration_points", None), (["自治体が支援する企業等に就労する外国人"], "immigration_points", "15点"),
        (["ポイントの合計が一定点数(70点)に達した場合"], "other", "在留管理上の優遇措置")]
    assert {bonus.condition_kind for bonus in found} == {"person"}
