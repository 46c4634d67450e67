"""Who gives a certification, who can hold it, by which law and on what terms, and who says so."""

from __future__ import annotations

import re
from datetime import date

import pytest

from loaders.vocabulary import bodies, certifications, ministries
from loaders.vocabulary.certifications import CertificationEntry
from loaders.vocabulary.law_mentions import laws
from loaders.vocabulary.laws import Law
from loaders.vocabulary.reading import FOLDER, entries

_LINE = re.compile(r"(?:package-2025|followup-2024|slides-2025|pillars-2022|leaflets-2025):\d+")


def entry(name: str) -> CertificationEntry:
    found = certifications().get(name)
    assert found is not None, name
    return found


@pytest.mark.parametrize("each", list(certifications()), ids=lambda each: each.name)
def test_every_entry_and_every_term_says_where_it_is_from(each: CertificationEntry) -> None:
    for source in (each.source, *(term.source for term in each.terms.values())):
        assert (
            _LINE.search(source)
            or re.search("法|規則|省令|規程|要綱|告示|「.+」|ISO|JIS", source)
            or "ポータル" in source
        ), source


@pytest.mark.parametrize("each", list(certifications()), ids=lambda each: each.name)
def test_the_law_of_an_entry_is_one_of_the_vocabulary(each: CertificationEntry) -> None:
    if each.legal_basis:
        found = laws().mentions(each.legal_basis)
        assert [mention.printed for mention in found] == [each.legal_basis]


@pytest.mark.parametrize(
    ("name", "issuers"),
    [
        ("働きやすい職場認証", ("日本海事協会",)),
        ("働きやすい職場認証三つ星", ("日本海事協会",)),
        ("エコアクション21", ("持続性推進機構",)),
        ("総合効率化計画", ("国土交通省", "経済産業省", "農林水産省")),
        ("なでしこ銘柄", ("経済産業省", "東京証券取引所")),
        ("健康経営銘柄", ("経済産業省", "東京証券取引所")),
        ("DX銘柄", ("経済産業省", "東京証券取引所", "情報処理推進機構")),
        ("事業再編計画（農業競争力強化支援法）", ("農林水産省", "経済産業省")),
    ],
)
def test_who_gives_it(name: str, issuers: tuple[str, ...]) -> None:
    assert (entry(name).issuer, *entry(name).co_issuers) == issuers


def test_a_plan_in_the_field_of_several_ministers_names_them() -> None:
    given = entry("特定新需要開拓事業活動計画")
    assert given.issuer == "経済産業省"
    assert {"農林水産省", "厚生労働省", "国土交通省"} <= set(given.co_issuers)


@pytest.mark.parametrize("each", list(certifications()), ids=lambda each: each.name)
def test_an_entry_that_rests_on_a_law_says_in_which_article_or_line(
    each: CertificationEntry,
) -> None:
    assert not each.legal_basis or re.search(r"\d+条", each.source) or _LINE.search(each.source)


def test_a_plan_of_several_ministers_is_given_by_each_in_its_field_or_by_all() -> None:
    several = {e.name for e in certifications() if e.kind == "plan" and e.co_issuers}
    together = {name for name in several if not entry(name).by_field}
    assert together == {"創業支援等事業計画"}, "two ministers give that one together"
    assert not entry("なでしこ銘柄").by_field


def test_a_stock_selection_is_of_listed_companies() -> None:
    stocks = [e for e in certifications() if "東京証券取引所" in e.co_issuers]
    assert len(stocks) == 5 and {e.holders for e in stocks} == {("listed",)}


def test_what_municipalities_hold_is_held_by_no_company() -> None:
    assert entry("創業支援等事業計画").holders == ("municipality",)
    assert entry("地域再生計画").holders == ("municipality",)
    assert entry("くるみん").holders == ()


def test_stars_are_tiers() -> None:
    three = certifications().held_with("働きやすい職場認証三つ星")
    assert three == {
        "働きやすい職場認証三つ星",
        "働きやすい職場認証二つ星",
        "働きやすい職場認証一つ星",
        "働きやすい職場認証",
    }
    assert entry("働きやすい職場認証★★").tier == 2


def test_terms_stand_with_their_place() -> None:
    dx = entry("DX認定").terms
    assert dx["cost"].source == "package-2025:6805" and "無料" in dx["cost"].says
    assert dx["validity"].says == "2年"
    assert "20%" in entry("ユースエール認定").terms["criteria"].says
    assert entry("くるみん").terms == {}


def test_a_plan_of_two_laws_is_that_of_the_one_which_is_named() -> None:
    under = certifications().under
    plan, agri, industry = "事業再編計画", "農業競争力強化支援法", "産業競争力強化法"
    assert under(plan, [agri]) == f"{plan}（{agri}）"
    assert under(plan, [industry, "会社法"]) == f"{plan}（{industry}）"
    assert under(plan, [agri, industry]) == plan
    assert under(plan, []) == plan
    assert under("くるみん", ["次世代育成支援対策推進法"]) == "くるみん"


@pytest.mark.parametrize(
    "name",
    [
        "協力雇用主",
        "特定中堅企業者",
        "GFP登録",
        "連携支援計画",
        "特定創業支援等事業",
        "経営力向上計画",
        "先端設備等導入計画",
        "経営革新計画",
        "健康経営優良法人",
    ],
)
def test_what_people_ask_for_is_known(name: str) -> None:
    assert entry(name).name == name


def test_a_law_is_found_by_its_later_name_with_the_day_from_which_it_holds() -> None:
    listed = {law.name: law for law in entries(FOLDER / "laws.yaml", Law)}
    logistics = listed["流通業務の総合化及び効率化の促進に関する法律"]
    assert logistics.renamed is not None and logistics.renamed.since == date(2025, 4, 1)
    assert [m.formal for m in laws().mentions(f"{logistics.renamed.name}による")] == [
        logistics.name
    ]


def test_offices_and_what_a_body_is_a_part_of() -> None:
    jfoodo = bodies().get("JFOODO")
    assert jfoodo is not None and jfoodo.part_of == "日本貿易振興機構"
    casino, okinawa = ministries().get("カジノ管理委員会"), ministries().get("沖縄総合事務局")
    assert casino is not None and (casino.level, casino.parent) == ("agency", "内閣府")
    assert okinawa is not None and (okinawa.level, okinawa.parent) == ("regional", "内閣府")
