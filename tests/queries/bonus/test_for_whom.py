"""For whom a rule is besides size: a kind of company, an industry, what is known otherwise."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from queries.bonus.company import company
from queries.bonus.company_size import Question
from queries.bonus.fit import Outside, out_of_reach
from queries.bonus.for_company import CompanyBonuses, bonuses_by
from queries.bonus.profile import profile_of
from queries.bonus.rule_book.book import RuleBook
from queries.bonus.rule_book.open_to import Opening
from queries.bonus.rule_book.rules import Raised
from queries.bonus.who_may import known_of, may_have, may_hold
from queries.sources import Source
from tests.queries.bonus.asking import almost, depends, unlocked


def _with(book: RuleBook, rule: str, **changed: Any) -> RuleBook:
    card = replace(book.rules[rule], **changed)
    return replace(book, rules={**book.rules, rule: card})


def _why(answer: CompanyBonuses, rule: str) -> Outside | None:
    return next(result.outside for result in answer.other_size if result.rule.id == rule)


HOLDS = {"size": "中小企業", "hold": "くるみん"}


@pytest.mark.parametrize(("industry", "is_for"), [("稲作", True), ("小売業", False), (None, True)])
def test_a_rule_of_an_industry_is_for_that_industry(
    book: RuleBook, industry: str | None, is_for: bool
) -> None:
    farms = _with(book, "rule:points", holder_industries=("農林水産業",))
    answer = bonuses_by(farms, profile_of({**HOLDS, "industry": industry}))
    assert ("points" in unlocked(answer)) is is_for
    if not is_for:
        outside = _why(answer, "rule:points")
        assert outside and (outside.why, outside.industries) == ("industry", ("農林水産業",))
        assert outside.sources == book.rules["rule:points"].sources


@pytest.mark.parametrize(
    ("kind", "is_for"),
    [("協同組合", True), ("農協", True), ("株式会社", False), (["会社", "組合"], True)],
)
def test_what_a_kind_of_company_alone_can_hold_is_for_that_kind_and_its_parts(
    book: RuleBook, kind: object, is_for: bool
) -> None:
    [asked] = {way.id for way in book.rules["rule:points"].requires}
    known = replace(book.certifications[asked], holders=("cooperative",))
    theirs = replace(book, certifications={**book.certifications, asked: known})
    answer = bonuses_by(theirs, profile_of({"size": "中小企業", "kind": kind}))
    assert ("points" in almost(answer)) is is_for
    if not is_for:
        outside = _why(answer, "rule:points")
        assert outside and (outside.why, outside.kinds) == ("kind", ("cooperative",))


@pytest.mark.parametrize(("size", "is_for"), [("中小企業", True), ("大企業", False)])
def test_a_bank_for_small_business_lends_to_no_large_one(
    book: RuleBook, size: str, is_for: bool
) -> None:
    loan = (Raised("programme:loan", "Programme", "日本政策金融公庫の試し資金", ""),)
    lent = _with(book, "rule:points", raises=loan)
    answer = bonuses_by(lent, profile_of({"size": size, "hold": "くるみん"}))
    assert ("points" in unlocked(answer)) is is_for
    if not is_for:
        outside = _why(answer, "rule:points")
        assert outside and outside.why == "lenders" and "公庫法" in (outside.law or "")


def _lent(book: RuleBook, profile: dict[str, object]) -> str:
    """How a company that holds what is asked for stands to a loan for small business."""
    loan = (Raised("programme:loan", "Programme", "日本政策金融公庫の試し資金", ""),)
    lent = _with(book, "rule:points", raises=loan)
    answer = bonuses_by(lent, profile_of({"hold": "くるみん", **profile}))
    ways = {"unlocked": unlocked(answer), "depends": depends(answer)}
    return next((name for name, rules in ways.items() if "points" in rules), "others")


@pytest.mark.parametrize(
    ("profile", "how"),
    [
        ({}, "depends"),
        ({"employees": 4}, "unlocked"),  # small in every trade
        ({"employees": 6000}, "depends"),  # with little capital the law still has it small
        ({"industry": "製造業", "employees": 80}, "unlocked"),
        ({"kind": "個人事業主", "employees": 6000}, "others"),
        ({"kind": "個人事業主", "employees": 800}, "depends"),
        ({"kind": "学校法人", "industry": "学校教育", "employees": 1500}, "others"),
        ({"kind": "医療法人"}, "depends"),
        ({"kind": "医療法人", "employees": 299}, "unlocked"),  # of whatever trade
        ({"kind": "医療法人", "employees": 301}, "others"),
        ({"kind": "市町村", "employees": 4}, "others"),
        ({"kind": "会社", "industry": "製造業", "employees": 1500}, "depends"),
        ({"kind": "会社", "industry": "製造業", "employees": 1500, "capital": "4億"}, "others"),
    ],
)
def test_whom_a_lender_serves_counts_only_where_the_class_is_known(
    book: RuleBook, profile: dict[str, object], how: str
) -> None:
    assert _lent(book, profile) == how


@pytest.mark.parametrize(
    ("kind", "how"),
    [
        (["会社"], "unlocked"),
        (["協同組合"], "unlocked"),
        (["学校法人"], "depends"),
        (["NPO法人"], "depends"),
        (["会社", "学校法人"], "unlocked"),
        (["市町村"], "others"),
        ([], "unlocked"),
    ],
)
def test_a_credit_is_for_those_who_are_taxed(book: RuleBook, kind: list[str], how: str) -> None:
    tax = (Raised("m", "Measure", "試し促進税制", ""),)
    credit = _with(book, "rule:points", raises=tax, size_class=None)
    answer = bonuses_by(credit, profile_of({"size": "中小企業", "hold": "くるみん", "kind": kind}))
    ways = {"unlocked": unlocked(answer), "depends": depends(answer)}
    assert next((name for name, rules in ways.items() if "points" in rules), "others") == how
    if how == "depends":
        assert depends(answer)["points"] == (Question("taxed"),)
    if how == "others":
        outside = _why(answer, "rule:points")
        assert outside and outside.why == "kinds_left_out" and "法人税法" in (outside.law or "")


def test_guarantees_by_name_are_for_small_business_and_those_of_debts_for_all(
    book: RuleBook,
) -> None:
    def known(name: str, benefit: str) -> bool:
        raised = (Raised("p", "Programme", name, ""),)
        rule = replace(book.rules["rule:points"], raises=raised, benefit=benefit, value=None)
        return may_have(rule) is not None

    assert known("試し回復保証", "credit_guarantee")
    assert not known("試し機構の債務保証", "credit_guarantee")
    assert not known("試し回復保証", "other")


def test_the_bank_lends_to_farms_of_every_size_and_names_with_other_words_are_other_things(
    book: RuleBook,
) -> None:
    farm = (Raised("p", "Programme", "日本政策金融公庫農林水産事業の資金", ""),)
    assert may_have(replace(book.rules["rule:points"], raises=farm)) is None
    assert may_hold("くるみん") is None


def test_a_declaration_that_any_company_makes_is_in_reach_whatever_its_page_is_for(
    book: RuleBook,
) -> None:
    held = "certification:くるみん"
    page = Opening("m", ("中小企業",), (), (Source("booklet-2025", 1),))
    small = replace(book, holders={held: (page,)})
    large = company(book, profile_of({"size": "大企業"})).size
    assert out_of_reach(small, large, held)
    called = replace(book.certifications[held], name="パートナーシップ構築宣言")
    declared = replace(small, certifications={**book.certifications, held: called})
    assert out_of_reach(declared, large, held) is None


@pytest.mark.parametrize(
    ("told", "can"),
    [
        ({"size": "中小企業"}, False),
        ({"size": "中小企業", "kind": "上場企業"}, True),
        ({"size": "大企業"}, True),
        ({"size": "大企業", "kind": "株式会社"}, True),
        ({"size": "大企業", "kind": "NPO法人"}, False),
    ],
)
def test_what_listed_companies_hold_is_out_of_reach_of_a_small_one(
    book: RuleBook, told: dict[str, object], can: bool
) -> None:
    held = "certification:くるみん"
    known = replace(book.certifications[held], holders=("listed",))
    theirs = replace(book, certifications={**book.certifications, held: known})
    outside = out_of_reach(theirs, company(book, profile_of(told)).size, held)
    assert (outside is None) is can and (can or (outside and outside.kinds == ("listed",)))


def test_everything_known_without_documents_has_its_source() -> None:
    assert [known.name for known in known_of() if len(known.source) < 5] == []


@pytest.mark.parametrize(
    ("industry", "stands"),
    [
        ("美容業", "農林水産業、食品産業"),  # some seller, perhaps of no food at all
        ("飲食料品卸売業", None),
        ("道路貨物運送業", None),
        ("小売業", "農林水産業、食品産業"),  # several 中分類, of which some sell food
        (None, None),
    ],
)
def test_sellers_on_a_page_about_food_are_those_of_food(
    book: RuleBook, industry: str | None, stands: str | None
) -> None:
    confined = _with(
        book,
        "rule:points",
        holder_industries=("商業・サービス業", "運輸・物流"),
        themes=("農林水産業", "食品産業"),
    )
    answer = bonuses_by(confined, profile_of({**HOLDS, "industry": industry}))
    if stands is None:
        assert "points" in unlocked(answer)
    else:
        assert depends(answer)["points"] == (Question("trade", stands),)


@pytest.mark.parametrize(
    ("industry", "asks"),
    [("化学工業", True), ("各種商品卸売業", True), ("小売業", False), ("美容業", False)],
)
def test_makers_and_wholesalers_may_deal_in_what_a_page_is_about(
    book: RuleBook, industry: str, asks: bool
) -> None:
    farms = _with(book, "rule:points", holder_industries=("農林水産業",), by_theme=True)
    answer = bonuses_by(farms, profile_of({**HOLDS, "industry": industry}))
    if asks:
        assert depends(answer)["points"] == (Question("trade", "農林水産業"),)
    else:
        assert _why(answer, "rule:points")


def test_a_word_that_means_several_industries_settles_none_of_them(book: RuleBook) -> None:
    foods = _with(book, "rule:points", holder_industries=("食品産業",))
    answer = bonuses_by(foods, profile_of({**HOLDS, "industry": "製造業"}))
    assert depends(answer)["points"] == (Question("trade", "食品産業"),)
    assert "points" in unlocked(
        bonuses_by(foods, profile_of({**HOLDS, "industry": "食料品製造業"}))
    )
