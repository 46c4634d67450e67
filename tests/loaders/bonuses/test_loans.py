"""Loans and guarantees for those whom a sentence describes, and a fee that is lowered."""

from __future__ import annotations

from loaders.bonuses import bonuses
from loaders.catalogue.records import Bonus
from loaders.text.lines import Line
from loaders.text.page import Page


def read(*lines: str, title: str = "窯替え資金") -> list[Bonus]:
    page = Page("booklet", tuple(Line(10 + at, line) for at, line in enumerate(lines)))
    return bonuses(page, "measure:0", title)


def test_a_loan_that_the_page_is_about_is_its_base_for_those_who_do_so() -> None:
    [bonus] = read("⚫ 古びた窯を替える中小企業者等に対して、港の公庫において低利融資を行った。")
    assert (bonus.benefit, bonus.value, bonus.size_class, bonus.line) == (
        "base",
        "低利融資",
        "中小企業",
        10,
    )
    assert bonus.condition == ["古びた窯を替える中小企業者等"]
    assert bonus.raises and bonus.raises.measure == "measure:0"


def test_interest_that_is_paid_for_those_who_borrow() -> None:
    [bonus] = read("窯替えに際し、指定銀行（港の銀行等）から融資を受ける企業に、利子の補給を行う。")
    assert (bonus.benefit, bonus.value) == ("base", "利子の補給")
    assert bonus.requires[0][0].what == "指定銀行から融資を受ける企業"


def test_a_loan_for_nobody_in_particular_is_none() -> None:
    assert read("⚫ 港の公庫において低利融資を行う。") == []


def test_a_guarantee_without_a_surety() -> None:
    [bonus] = read("⚫ 新しく、窯開きから３年の間について個人保証を取らない信用保証を創設。")
    assert (bonus.benefit, bonus.value, bonus.condition) == (
        "credit_guarantee",
        "個人保証を取らない",
        ["窯開きから3年の間"],
    )


def test_the_fee_of_a_guarantee_before_and_after() -> None:
    [bonus] = read("港の借換保証を設けた。", "この制度は、保証料を 0.9％から 0.3％まで引き下げる。")
    assert (bonus.benefit, bonus.value, bonus.requires, bonus.line) == (
        "credit_guarantee",
        "保証料0.9%→0.3%",
        [],
        11,
    )
