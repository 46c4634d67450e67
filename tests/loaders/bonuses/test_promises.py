"""Bonuses as policy papers promise them: one sentence, often no amount, often not yet in force."""

from __future__ import annotations

from loaders.bonuses import bonuses
from loaders.catalogue.records import Bonus
from loaders.text.lines import Line
from loaders.text.page import Page


def read(*lines: str, title: str = "試しの事業") -> list[Bonus]:
    return bonuses(
        Page("paper", tuple(Line(10 + at, line) for at, line in enumerate(lines))),
        "measure:0",
        title,
    )


def summary(unlocked: list[Bonus]) -> list[tuple[str, str, str]]:
    return [(bonus.condition[0], bonus.benefit, bonus.status) for bonus in unlocked]


def test_points_in_brackets_are_considered_in_force_or_planned() -> None:
    assert summary(
        read("⚫ 拠点を選んだ（くるみん認定企業等への里山補助金の加点措置を検討）。")
    ) == [("くるみん", "screening_points", "considered")]
    assert summary(
        read("⚫ 拠点を選んだ（くるみん認定企業への里山補助金の加点措置を実施済み）。")
    ) == [("くるみん", "screening_points", "in_force")]
    assert summary(
        read("⚫ 三件の拠点を選んだ（くるみん認定企業への里山補助金の加点措置を実施予定）。")
    ) == [("くるみん", "screening_points", "planned")]


def test_an_addition_according_to_marks_held() -> None:
    [bonus] = read(
        "⚫ 「くるみん認定」の取得など、窯の見学の受", "入れに応じた加算等を検討し、窯元を増やす。"
    )
    assert (summary([bonus]), bonus.line) == ([("くるみん", "grant_uplift", "considered")], 10)


def test_the_first_step_of_a_ladder_is_asked_for_the_next_brings_more() -> None:
    unlocked = read(
        "※ 賃金引き上げ率が２％以上４％未満の場合は１人あたり３万円を、４％以上の場合は１人あたり",
        "４万 2,000 円を助成する。",
    )
    assert {(b.condition[0], b.benefit, b.value, b.condition_kind) for b in unlocked} == {
        ("賃金引き上げ率が2%以上4%未満", "base", "1人あたり3万円", "wage_raise"),
        ("4%以上", "grant_uplift", "1人あたり4万2,000円", "wage_raise"),
    }


def test_companies_that_are_described_get_points() -> None:
    assert summary(read("⚫ 森づくりや里山の手入れに取り組む企業を採択の審査で加点する。")) == [
        ("森づくりや里山の手入れに取り組む企業", "screening_points", "in_force")
    ]


def test_rates_caps_and_points_in_one_row() -> None:
    unlocked = read("⚫ 登り窯を守る事業者に対し、補助率や補助上限の引上げや加点を行う。")
    assert sorted(summary(unlocked)) == [
        ("登り窯を守る事業者", kind, "in_force")
        for kind in ("cap_uplift", "rate_uplift", "screening_points")
    ]


def test_what_a_tax_measure_puts_on_top() -> None:
    assert summary(read("⚫ 税制の適用を広げる。")) == []
    unlocked = read(
        "⚫ この税制では、薪代を増やす企業への上乗せ措置を緩めるほか、森林支援、"
        "里山活動を進める企業への上乗せ措置の創設などを行う。"
    )
    assert summary(unlocked) == [
        ("薪代を増やす企業", "tax_credit_uplift", "in_force"),
        ("森林支援、里山活動を進める企業", "tax_credit_uplift", "planned"),
    ]


def test_points_of_persons_without_a_number() -> None:
    [bonus] = read("⚫ 点数制において、県の窯元で働く外国人に対して、特別加算を行った。")
    assert (bonus.condition, bonus.condition_kind, bonus.benefit) == (
        ["県の窯元で働く外国人"],
        "person",
        "immigration_points",
    )


def test_those_who_get_a_plan_recognised_get_what_follows() -> None:
    unlocked = read(
        "⚫ 「里山再編計画」の認定を受ける企業には、日本政策金融公庫の低利融資で窯の修理を助ける。"
    )
    assert ("里山再編計画", "low_interest_loan", "in_force") in summary(unlocked)


def test_this_certified_company_is_that_of_the_only_certification_of_the_text() -> None:
    unlocked = read(
        "⚫ 制度を動かし、ユースエール認定企業を増やした。",
        "⚫ 当該認定企業に対して、公共調達の加点評価を行った。",
        title="名の無い施策",
    )
    assert ("ユースエール認定", "procurement_points", "in_force") in summary(unlocked)


def test_each_of_the_numbered_benefits_is_stated_and_the_grant_for_holders_too() -> None:
    unlocked = read(
        "⚫ ユースエール認定企業に対して、ⅰ駅前での重点的 PR、ⅱ窯元だけの就職面接会への参加、"
        "ⅲ里山助成金の割増を行う。"
    )
    assert {b.applies_to for b in unlocked if b.benefit == "other"} == {
        "重点的 PR",
        "就職面接会",
        "里山助成金",
    }


def test_an_addition_that_a_case_brings() -> None:
    [bonus] = read(
        "⚫ 支援金のうち 三人以上で移住する場合に支給される家族加算の額を、一人につき最大"
        " 50万円に拡充した。"
    )
    assert (bonus.condition, bonus.benefit, bonus.value) == (
        ["三人以上で移住する場合"],
        "grant_uplift",
        "最大 50万円",
    )
