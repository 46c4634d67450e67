"""Doors: what one must hold or be to apply at all, and what the page leaves open."""

from __future__ import annotations

import pytest

from loaders.bonuses import bonuses
from loaders.catalogue.records import Bonus
from loaders.text.lines import Line
from loaders.text.page import Page


def read(*lines: str, title: str = "試しの窯") -> list[Bonus]:
    return bonuses(
        Page("booklet", tuple(Line(at, line) for at, line in enumerate(lines, 1))),
        "measure:0",
        title,
    )


def required(*lines: str, title: str = "試しの窯") -> list[list[str]]:
    return [
        [way.what for group in bonus.requires for way in group]
        for bonus in read(*lines, title=title)
        if bonus.benefit == "requirement"
    ]


@pytest.mark.parametrize(
    "line",
    [
        "漁具法に基づく供給確保計画の認定を受けた計９事業者を対象に、薪を配る。",
        "特別の供給確保計画の認定主体からの求めに応じて、薪について助言する。",
        "薪の家が、供給確保計画に位置づけられた取組を実施中。",
        "本事業の活用の前提となる漁具法に基づく「供給確保計画」の認定は８件。",
    ],
)
def test_the_plan_that_opens_the_measure(line: str) -> None:
    assert required(line) == [["供給確保計画"]]


def test_a_law_under_which_one_must_be_recognised() -> None:
    assert required(
        "薪割り振興法に基づく大臣認定を受けた窯に関する事業３件について、必要な資金の貸付を行う。"
    ) == [["薪割り振興法に基づく認定"]]


def test_who_enters_by_himself_and_who_is_named_by_others() -> None:
    unlocked = read(
        "１次選考",
        "村の寄合",
        "からの",
        "推薦企業",
        "（他薦）",
        "DX認定",
        "企業",
        "（自薦）",
        title="窯の選定",
    )
    [requirement] = [bonus for bonus in unlocked if bonus.benefit == "requirement"]
    assert (requirement.condition, requirement.condition_mode, len(requirement.requires)) == (
        ["DX認定", "村の寄合からの推薦"],
        "any",
        1,
    )


def test_a_declaration_opens_the_grants_that_ask_for_it() -> None:
    [requirement] = [
        bonus
        for bonus in read(
            "100億宣言が基本要件となる補助金等（窯に使える登窯成長補助金（上限４億円）等）への申請が可能となります。",
            title="100億宣言",
        )
        if bonus.benefit == "requirement"
    ]
    assert (requirement.condition, requirement.applies_to) == (["100億宣言"], "登窯成長補助金")


def test_the_mark_is_for_those_who_declare() -> None:
    assert [
        (b.condition, b.benefit)
        for b in read("100億宣言のロゴマークの活用による宣伝", title="窯の宣言")
    ] == [(["100億宣言"], "mark_use")]


def test_holders_are_those_of_the_sentence_before_where_they_use_it() -> None:
    unlocked = read(
        "令和７年度は、１件の供給確保計画を認定。",
        "薪の家で、日本政策金融公庫による低利融資を活用し、薪を割る計画。",
    )
    assert [(b.condition, b.benefit) for b in unlocked] == [(["供給確保計画"], "low_interest_loan")]
    assert (
        read(
            "令和７年度は、１件の供給確保計画を認定。",
            "日本政策金融公庫による低利融資は別に定める。",
        )
        == []
    )


def test_a_level_of_a_person_that_is_not_stated() -> None:
    [bonus] = read(
        "窯歴又は画歴と、年収が一定の水準以上であれば在留の証を渡し、広い優遇措置を認めている。",
        title="窯の人材",
    )
    assert ([[way.what for way in group] for group in bonus.requires], bonus.unstated) == (
        [["窯歴", "画歴"], ["年収"]],
        ["amount"],
    )


@pytest.mark.parametrize(
    ("line", "unstated"),
    [
        ("・補助上限額：２億円（一定の要件を満たす場合は３億円）", ["condition"]),
        ("・補助上限額：２億円（大幅な賃上げを行う場合は３億円）", ["amount"]),
        ("・補助上限額：２億円（給与支給総額を６%以上増やす場合は３億円）", []),
        ("・補助上限額：２億円（登り窯を直す場合は３億円）", []),
    ],
)
def test_what_the_page_does_not_say_is_noted(line: str, unstated: list[str]) -> None:
    assert [bonus.unstated for bonus in read(line)] == [unstated]


def test_a_bracket_may_give_each_size_class_its_own() -> None:
    unlocked = read(
        "補助率：中小企業1/5以内、大企業1/9以内（一定の要件を満たす場合には中小企業3/4以内、"
        "大企業2/3以内等）"
    )
    assert {(bonus.size_class, bonus.value) for bonus in unlocked} == {
        ("中小企業", "3/4以内"),
        ("大企業", "2/3以内"),
    }


def raised(*lines: str, title: str = "試しの窯") -> list[str | None]:
    return [
        bonus.raises and bonus.raises.programme
        for bonus in read(*lines, title=title)
        if bonus.benefit == "requirement"
    ]


def test_the_certification_in_the_bracket_is_what_its_plan_opens() -> None:
    lines = (
        "⚫ 薪法に基づく一般事業主行動計画の策定・届出を行った窯元を認定する（えるぼし認定）。",
    )
    assert required(*lines) == [["一般事業主行動計画"]]
    assert raised(*lines) == ["えるぼし"]


def test_without_a_bracket_the_plan_opens_what_the_page_is_about() -> None:
    line = "一般事業主行動計画の策定・届出を行った窯元のうち、良い窯元を認定。"
    assert raised(line, title="えるぼし認定") == ["えるぼし"]
    assert raised(line, title="窯元の表") == [None]


def test_the_lowest_hourly_wage_that_is_raised_opens_the_grant() -> None:
    assert required(
        "窯で最も低い時間給を一定以上引き上げるとともに、薪を買った窯元に対し、薪代の一部を助成する。"
    ) == [["最低賃金"]]


def test_a_register_of_those_whose_help_is_paid_is_asked_of_them_not_of_who_applies() -> None:
    assert (
        required(
            "※費用については、「M&A支援機関登録制度」に登録された仲介業者による支援のみ補助対象です"
        )
        == []
    )


@pytest.mark.parametrize(
    ("line", "yen"),
    [
        ("※６億円以上の投資、従業員の賃上げ等が要件", 6e8),
        ("※投資下限額は３億円", 3e8),
        ("② 投資額8,000万円以上（薪代を除く）", 8e7),
    ],
)
def test_how_much_must_be_invested_is_a_requirement_in_yen(line: str, yen: float) -> None:
    ways = [bonus.requires[0][0] for bonus in read(line) if bonus.benefit == "requirement"]
    assert ("投資額", yen, "円") in [(way.what, way.amount, way.unit) for way in ways]


def test_an_investment_that_nothing_hangs_on_is_no_requirement() -> None:
    assert required("窯元が６億円以上の投資を進める。") == []


def test_the_plan_with_which_one_applies_to_a_fund() -> None:
    assert required("供給確保計画の承認を受けた事業者から、薪の基金への交付申請を経て始める。") == [
        ["供給確保計画"]
    ]


def test_jobs_that_an_investment_must_make() -> None:
    assert required("交付要件 Ⅰ窯の値段に応じた里での雇用の創出") == [["雇用の創出"]]
