"""What those get whom a sentence or a title names, and what membership or a loan opens."""

from __future__ import annotations

from loaders.bonuses import bonuses
from loaders.catalogue.records import Bonus
from loaders.text.lines import Line
from loaders.text.page import Page


def read(*lines: str, title: str = "窯の補助金") -> list[Bonus]:
    page = Page("booklet", tuple(Line(10 + at, line) for at, line in enumerate(lines)))
    return bonuses(page, "measure:0", title)


PAID = "⚫ 里の人を雇い、窯を教えた場合、年間最大20万円を支給します。"


def test_a_sum_for_those_to_whom_a_list_is_addressed() -> None:
    [bonus] = read("⚫ 協力雇用主に対する支援策として", PAID)
    assert (bonus.benefit, bonus.value, bonus.line) == ("grant_uplift", "年間最大20万円", 11)
    assert [[way.what for way in ways] for ways in bonus.requires] == [
        ["協力雇用主"],
        ["里の人を雇い、窯を教えた"],
    ]


def test_a_sum_for_nobody_who_is_named_is_no_bonus() -> None:
    assert read("⚫ 窯元に対する支援策として", PAID) == []
    assert read("⚫ 協力雇用主に対する支援策として", "■別の表", PAID) == []


def test_a_title_that_names_who_is_advised() -> None:
    page = ("窯の支援", "協力雇用主に対する港湾機構の助言等", "「助言」は、里の名人が無料で行う。")
    [bonus] = read(*page, title="協力雇用主に対する港湾機構の助言等")
    assert (bonus.benefit, bonus.value, bonus.line) == ("other", "無料", 11)
    assert bonus.raises and bonus.raises.printed == "港湾機構の助言"
    assert read(*page, title="窯元に対する港湾機構の助言等") == []


def test_membership_and_a_loan_open_the_door() -> None:
    found = read("・里山官民協議会の会員であること。", "・交付額以上に里山銀行からの融資が必要。")
    assert [(bonus.condition, bonus.benefit, bonus.line) for bonus in found] == [
        (["里山官民協議会の会員"], "requirement", 10),
        (["里山銀行からの融資"], "requirement", 11),
    ]


def test_a_fee_for_which_the_owner_need_not_stand_in_and_what_of_it_is_paid() -> None:
    found = read(
        "保証料の上乗せにより経営者保証の解除を選択できる仕組みをつくり、信用保証料の補助を行う。",
        "令和12年度（創設１年目）は0.4％分の補助、令和13年度は0.2％分の補助とする。",
    )
    assert {(bonus.value, tuple(bonus.condition), bonus.line) for bonus in found} == {
        (None, ("保証料の上乗せ",), 10),
        ("0.4%分の補助", ("保証料の上乗せ", "令和12年度"), 11),
        ("0.2%分の補助", ("保証料の上乗せ", "令和13年度"), 11),
    }
