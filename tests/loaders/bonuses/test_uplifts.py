"""More for those who do more: brackets, additions, ladders, stars, points."""

from __future__ import annotations

import pytest

from loaders.bonuses import bonuses
from loaders.catalogue.records import Bonus
from loaders.text.lines import Line
from loaders.text.page import Page


def read(*lines: str, title: str = "試しの助成金") -> list[Bonus]:
    return bonuses(
        Page("booklet", tuple(Line(10 + at, line) for at, line in enumerate(lines))),
        "measure:0",
        title,
    )


def summary(unlocked: list[Bonus]) -> list[tuple[str, str, str | None]]:
    return [(bonus.condition[0], bonus.benefit, bonus.value) for bonus in unlocked]


def test_a_higher_cap_in_brackets_raises_the_measure_itself() -> None:
    unlocked = read("・補助率と補助上限額：1/2以内、２億円（窯元を助ける場合は３億", "円）")
    assert summary(unlocked) == [("窯元を助ける場合", "cap_uplift", "3億円")]
    assert unlocked[0].raises
    assert (unlocked[0].raises.measure, unlocked[0].applies_to, unlocked[0].line) == (
        "measure:0",
        "試しの助成金",
        10,
    )


def test_a_higher_rate_in_brackets() -> None:
    assert summary(
        read("２の事業：3/10以内", "（登り窯を直す場合は１/2以内、補助上限 4千万円)")
    ) == [("登り窯を直す場合", "rate_uplift", "1/2以内")]


@pytest.mark.parametrize(
    "line",
    [
        "■補助率： 薪代の１/２ ※３年目からの更新の場合は、 薪代の１/３",
        "・補助上限額：２億円（更新の場合は１億円）",
        "• 60百万円（昨年から続く窯元の場合、昨年の分と合わせて１億円）",
        "・原則3,500万円。ただし薪の量によって最大7,000万円。",
    ],
)
def test_less_or_a_mere_sum_is_no_uplift(line: str) -> None:
    assert read(line) == []


def test_a_sentence_says_who_does_more_and_what_gets_better() -> None:
    unlocked = read(
        "賃上げを急ぐ事業者には、補助上限額を100～900万円上乗せします。",
        "最低賃金を見直す事業者には、補助率を3/4に引き上げます。",
    )
    assert summary(unlocked) == [
        ("賃上げを急ぐ事業者", "cap_uplift", "100~900万円"),
        ("最低賃金を見直す事業者", "rate_uplift", "3/4"),
    ]
    assert {bonus.condition_kind for bonus in unlocked} == {"wage_raise"}


def test_meeting_the_requirements_of_an_addition_is_no_condition_of_its_own() -> None:
    assert read("※上乗せの要件を満たした場合は、助成額に加算額を足します。") == []


def test_an_additional_part() -> None:
    unlocked = read(
        "講座を開く取組。修了後2年間継続的に就",
        "業した場合は、追加的に薪割りの受講料の1/4（最大10万円）を補助",
    )
    assert summary(unlocked) == [
        ("修了後2年間継続的に就業した場合", "rate_uplift", "薪割りの受講料の1/4(最大10万円)")
    ]
    assert unlocked[0].condition_kind == "person"


def test_items_in_a_column_of_additions() -> None:
    unlocked = read(
        "支給額（１人分） 加算措置等/加算額",
        "➀見習→番頭： 80万円 (60万円)",
        "■登り窯を新たに築いた場合      １事業所当たり 30万円（25万円）",
    )
    assert summary(unlocked) == [("登り窯を新たに築いた場合", "grant_uplift", "30万円(25万円)")]
    assert read("■登り窯を新たに築いた場合      １事業所当たり 30万円（25万円）") == []


def test_a_ladder_of_wage_rises_begins_with_what_is_asked_for() -> None:
    unlocked = read(
        "基本給を定める賃金規定",
        "を２％以上増額改定し、適用",
        "➀２％以上３％未満：    4万円 (2.6万円）",
        "③３％以上：6.5万円 (4.3万円）",
    )
    assert summary(unlocked) == [
        ("賃金規定を2%以上3%未満増額改定", "base", "4万円 (2.6万円)"),
        ("賃金規定を3%以上増額改定", "grant_uplift", "6.5万円 (4.3万円)"),
    ]
    rise = unlocked[1].requires[0][0]
    assert (rise.what, rise.kind, rise.amount, rise.unit) == (
        "賃金規定の改定",
        "wage_raise",
        3.0,
        "%",
    ), "not every wage rise is one of the rules on wages"


@pytest.mark.parametrize(
    ("before", "what"),
    [
        ("⚫ 窯で働く人の賃金規定等を９％以上増額改定した場合の額を広げる。", "賃金規定の改定"),
        ("⚫ 窯で働く人を支える。", "賃上げ"),
    ],
)
def test_a_ladder_asks_for_what_the_text_before_it_says_is_raised(before: str, what: str) -> None:
    unlocked = read(
        before,
        "※ 内容としては、賃金引き上げ率が２％以上７％未満の場合は１人あたり３万円を、"
        "７％以上の場合は１人あたり８万円を、それぞれ助成。",
    )
    assert {(b.requires[0][0].what, b.requires[0][0].amount, b.value) for b in unlocked} == {
        (what, 2.0, "1人あたり3万円"),
        (what, 7.0, "1人あたり8万円"),
    }


def test_starred_sums_and_their_note() -> None:
    unlocked = read(
        "上限総額600万円（定額・上限200万円 ＋ 最大1/2・上限400万円※）",
        "上限総額800万円（最大1/2・上限400万円 ＋ 最大2/3・上限400万円※）",
        "※登り窯の計画、登り窯で薪を焚く場合の",
        "   補助上限と補助率",
    )
    assert summary(unlocked) == [
        ("登り窯の計画", "cap_uplift", "最大1/2・上限400万円"),
        ("登り窯で薪を焚く場合", "cap_uplift", "最大2/3・上限400万円"),
    ]


def test_a_numbered_part_of_a_scheme_has_its_own_uplift_and_its_own_requirement() -> None:
    unlocked = read(
        "(1)登り窯の計画を作るための調査事業",
        "上限総額600万円（定額・上限200万円 ＋ 最大1/2・上限400万円※）",
        "(2)登り窯の計画に基づき実施する事業",
        "上限総額800万円（最大1/2・上限400万円 ＋ 最大2/3・上限400万円※）",
        "※登り窯の計画、登り窯で薪を焚く場合の",
        "   補助上限と補助率",
        "⚫ 窯業について、①「総合効率化計画」の策定や、②「認定総合効率化計画」に基づく焼成に"
        "対して支援。",
    )
    assert [(bonus.benefit, bonus.raises and bonus.raises.frame) for bonus in unlocked] == [
        ("cap_uplift", "登り窯の計画を作るための調査事業"),
        ("cap_uplift", "登り窯の計画に基づき実施する事業"),
        ("requirement", "登り窯の計画に基づき実施する事業"),
    ]


def test_points_of_a_person() -> None:
    unlocked = read(
        "⚫ 「学歴」、「職歴」の項目のほか、特別加算の項目を設けている。ポイントを加算する"
        "ことが可能。",
        "✓ 令和３年３月31日からは、村の窯元で働く外国人に対して、特別加算とし、15点を加算"
        "している。",
        "✓ ポイントの合計が決まった数（60点）に達した場合に、在留の手続の優遇措置を講ずる。",
    )
    assert [(bonus.condition, bonus.benefit, bonus.value) for bonus in unlocked] == [
        (["学歴", "職歴"], "immigration_points", None),
        (["村の窯元で働く外国人"], "immigration_points", "15点"),
        (["ポイントの合計が決まった数(60点)に達した場合"], "other", "在留の手続の優遇措置"),
    ]
    assert {bonus.condition_kind for bonus in unlocked} == {"person"}


def test_a_pair_of_values_is_one_for_each_size_where_the_page_says_whose_the_bracket_is() -> None:
    lines = (
        "■窯の番を置いた場合 １事業所当たり 20万円（15万円）",
        "加算額",
        "※( )は、大企業の場合の額。",
    )
    assert {(b.size_class, b.value) for b in read(*lines)} == {
        ("中小企業", "20万円"),
        ("大企業", "15万円"),
    }
    assert [(b.size_class, b.value) for b in read(*lines[:2])] == [(None, "20万円(15万円)")]
    others = read(*lines[:2], "※括弧内は中小企業以外の額。")
    assert {(b.size_class, b.value) for b in others} == {
        ("中小企業", "20万円"),
        ("大企業", "15万円"),
    }


def test_an_added_sum_is_of_the_course_whose_name_stands_right_above_it() -> None:
    item = "■窯の番を置いた場合 １事業所当たり 20万円"
    [named] = read("加算額", "里山移行コース", item)
    assert named.raises and named.raises.frame == "里山移行コース"
    [bare] = read("加算額", "里山移行コースに移る者が多い。", item)
    assert bare.raises and bare.raises.frame is None


def test_a_ladder_is_of_the_course_above_what_is_raised() -> None:
    rungs = ["➀３％以上４％未満：4万円", "➁４％以上　　　　：5万円"]
    unlocked = read("里山改定コース", "窯で働く者の賃金規定を３％以上増額改定し、適用", *rungs)
    assert {(b.benefit, b.raises and b.raises.frame) for b in unlocked} == {
        ("base", "里山改定コース"),
        ("grant_uplift", "里山改定コース"),
    }


def test_an_item_is_of_the_course_above_whose_word_it_takes_up() -> None:
    lines = ("加算額", "里山移行コース", "村の者を里山に移す", "※別に定める")
    [named] = read(*lines, "■普通の里山移行の決まりを作り移る場合 1人当たり9万円")
    assert named.raises and named.raises.frame == "里山移行コース"
    [other] = read(*lines, "■窯の決まりを作り移る場合 1人当たり9万円")
    assert other.raises and other.raises.frame is None
    assert (named.unstated, other.unstated) == ([], ["frame"])


def test_an_added_sum_of_a_page_without_courses_lacks_none() -> None:
    [only] = read("加算額", "■窯の番を置いた場合 １事業所当たり 20万円")
    assert only.unstated == []


def test_what_gets_better_when_something_was_done() -> None:
    [bonus] = read("窯の担い手を紹介した際の補助金上限額を引き上げる。")
    assert (bonus.condition, bonus.benefit) == (["窯の担い手を紹介した際"], "cap_uplift")
    assert bonus.raises and bonus.raises.measure == "measure:0"
    [other] = read("また里山人材紹介事業においては、窯の担い手を紹介した際の補助率を引上げる。")
    assert other.raises and other.raises.programme == "里山人材紹介事業"


def test_what_several_grants_named_in_one_sentence_give_is_one_bonus_that_raises_each() -> None:
    [bonus] = read(
        "また、港づくり補助金及び窯元再生補助金においては、くるみん認定企業への補助金の加点措置を行う。"
    )
    assert bonus.raises and bonus.raises.programme == "港づくり補助金"
    assert [raised.programme for raised in bonus.also_raises] == ["窯元再生補助金"]


def test_a_cap_by_the_size_of_a_loan_is_the_pages_own() -> None:
    [bonus] = read("・原則９００万円。ただし借入れの額によって最大1,200万円。")
    assert (bonus.benefit, bonus.value, bonus.unstated) == ("base", "最大1,200万円", ["amount"])
    assert read("・原則９００万円。ただし借入れの額によって最大800万円。") == []
