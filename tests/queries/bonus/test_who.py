"""Kind, industry and size of a company as people tell them: what is real is accepted."""

from __future__ import annotations

import pytest

from graph.errors import NotFound, ProfileError
from graph.schema.industry_classes import Trade, industry_sections
from graph.schema.legal_sizes import beyond, legal_size, legal_sizes
from graph.store import Store
from queries.bonus.company import company
from queries.bonus.company_size import in_size, size_at, size_by_numbers
from queries.bonus.for_company import bonuses_by
from queries.bonus.profile import Profile, profile_of
from queries.bonus.rule_book.book import RuleBook
from queries.bonus.rule_book.sizes import Limit, SizeWay
from queries.bonus.who import divisions_of, who_asks
from tests.queries.bonus.asking import depends, unlocked


@pytest.mark.parametrize(
    ("word", "first", "number"),
    [
        ("E09", "09", 1),
        ("９", "09", 1),
        ("09", "09", 1),
        ("E", "09", 24),
        ("製造業", "09", 24),
        ("小売業", "56", 6),
        ("小売", "56", 6),
        ("卸売業", "50", 6),
        ("トラック運送業", "44", 1),
        ("建設", "06", 3),
        ("旅館", "75", 1),
        ("食品産業", "09", 6),
        ("食料品製造業", "09", 1),
        ("農業", "01", 1),
        ("IT", "37", 5),
        ("06 総合工事業", "06", 1),
        ("D 建設業", "06", 3),
        ("E-食料品製造業", "09", 1),
        ("E09：食料品製造業", "09", 1),
    ],
)
def test_an_industry_goes_by_its_code_its_name_or_what_people_type(
    word: str, first: str, number: int
) -> None:
    found = divisions_of(word)
    assert (found[0].code, len(found)) == (first, number)


def test_an_unknown_industry_or_kind_gets_the_nearest() -> None:
    with pytest.raises(NotFound, match="食料品製造業"):
        divisions_of("食料品製造行")
    with pytest.raises(NotFound, match="建設業"):
        divisions_of("E 建設業")  # the code is another's
    with pytest.raises(NotFound, match="医療法人"):
        who_asks(Profile(kind=("医療法",)))


def test_several_words_add_up() -> None:
    who = who_asks(Profile(industry=("飲食店", "旅館"), kind=("農協", "会社")))
    assert who.divisions == ("75", "76") and who.trades == {"service", "retail"}
    assert who.industries == {"食品産業", "商業・サービス業", "観光業"}
    assert who.kinds == {"agricultural_cooperative", "cooperative", "corporation"}


def test_every_industry_is_one_of_the_vocabulary(bonus_store: Store) -> None:
    names = {
        name
        for s in industry_sections()
        for division in s.divisions
        for name in division.industries
    }
    assert len(names) == 13 and "農林水産業" in names


@pytest.mark.parametrize(
    ("trade", "numbers", "size"),
    [
        ("other", {"employees": 500, "capital": 90_000_000}, "中小企業"),
        ("retail", {"employees": 400, "capital": 80_000_000}, "中堅企業"),
        ("retail", {"employees": 50, "capital": 80_000_000}, "中小企業"),
        ("retail", {"employees": 5}, "小規模事業者"),
        ("service", {"employees": 101, "capital": 50_000_001}, "中堅企業"),
        ("wholesale", {"employees": 2001, "capital": 100_000_001}, "大企業"),
        ("other", {"employees": 301}, None),
        ("other", {"capital": 90_000_000}, None),
        (None, {"employees": 5, "capital": 1}, None),
    ],
)
def test_the_law_of_the_trade_has_a_class_for_the_numbers(
    trade: Trade | None, numbers: dict[str, int], size: str | None
) -> None:
    assert legal_size([trade], numbers) == size
    assert all(legal.law for legal in legal_sizes().classes)


@pytest.mark.parametrize(
    ("told", "size", "open_"),
    [
        ({"kind": "農協", "employees": 6000}, "中小企業", []),
        ({"kind": "協同組合"}, "中小企業", []),
        ({"kind": "NPO法人", "employees": 1000}, "中小企業", []),
        ({"kind": "学校法人", "employees": 1001}, None, []),
        ({"kind": "社会福祉法人"}, None, ["employees"]),
        ({"kind": "会社", "employees": 80}, None, ["capital"]),
        ({"kind": "医療法人", "employees": 80}, None, ["capital"]),  # some have 出資
        ({"kind": "NPO法人", "employees": 80, "capital": "2億"}, None, []),
    ],
)
def test_a_bound_on_capital_does_not_wait_for_what_a_kind_of_company_has_not(
    told: dict[str, object], size: str | None, open_: list[str]
) -> None:
    profile = profile_of(told)
    ways = {"中小企業": (SizeWay("法人", None, (Limit("capital", "<=", 100_000_000),), ()),)}
    found = size_by_numbers(ways, profile.numbers(), who=who_asks(profile))
    assert (found.size, [question.of for question in found.open]) == (size, open_)
    assert all(case.law for case in legal_sizes().beside)


def test_without_capital_the_heads_decide_alone() -> None:
    assert legal_size(["other"], {"employees": 301}, without_capital=True) == "中堅企業"
    assert beyond({"employees": 901}) == {"中小企業", "小規模事業者"}
    assert beyond({"employees": 21}) == {"小規模事業者"}


@pytest.mark.parametrize(
    "told",
    [
        {"size": "中堅企業", "employees": 400, "capital": "8000万"},
        {"size": "大企業", "employees": 500, "capital": "9000万"},
        {"size": ["中堅企業", "中小企業"], "employees": 400, "capital": "8000万"},
        {"size": "大企業", "employees": 3, "capital": "300万"},
        {"size": "中小企業", "employees": 5000, "capital": "1億円"},
        {"size": "中堅企業", "employees": 5000, "capital": "9億円"},
        {"size": "中小企業", "kind": "農協", "employees": 5000, "capital": "50億円"},
    ],
)
def test_what_is_real_is_answered(book: RuleBook, told: dict[str, object]) -> None:
    assert bonuses_by(book, profile_of(told)).company.size.name


@pytest.mark.parametrize(
    "told",
    [
        {"size": "小規模事業者", "employees": 21},
        {"size": "中小企業", "employees": 5000, "capital": "50億円"},
        {"size": ["大企業", "小規模事業者"]},
    ],
)
def test_what_nobody_can_be_is_refused(book: RuleBook, told: dict[str, object]) -> None:
    with pytest.raises(ProfileError, match="is not"):
        bonuses_by(book, profile_of(told))


def test_numbers_decide_at_the_measure_that_counts_and_the_word_elsewhere(book: RuleBook) -> None:
    mid = profile_of(
        {"size": "中堅企業", "hold": "くるみん", "employees": 400, "capital": "8000万"}
    )
    assert "uplift" in unlocked(bonuses_by(book, mid)), "the tax measure counts it among the SMEs"
    size = company(book, mid).size
    assert size_at(book, size, "measure:of nobody").size == "中堅企業"


def test_two_words_leave_open_which_holds_at_a_measure_that_does_not_say(book: RuleBook) -> None:
    both = company(book, profile_of({"size": ["中堅企業", "中小企業"]})).size
    assert in_size(book, size_at(book, both, None), "大企業") is None
    assert in_size(book, size_at(book, both, None), "中小企業")
    retail = {"industry": "小売業", "employees": 400, "capital": "8000万"}
    told = company(book, profile_of({"size": ["中堅企業", "中小企業"], **retail})).size
    assert size_at(book, told, None).size == "中堅企業", "by the law of its trade"


def test_a_size_told_for_one_measure_holds_there_alone(book: RuleBook) -> None:
    name = book.rules["rule:uplift"].raises[0].name
    told = {"size": "大企業", "hold": "くるみん"}
    assert "uplift" not in unlocked(bonuses_by(book, profile_of(told)))
    at = bonuses_by(book, profile_of({**told, "size_for": f"{name}=中小企業"}))
    assert "uplift" in unlocked(at) and "points" in unlocked(at)
    with pytest.raises(NotFound, match="no rule raises"):
        bonuses_by(book, profile_of({"size_for": "無い補助金=中小企業"}))
    with pytest.raises(ProfileError, match="is not MEASURE=CLASS"):
        bonuses_by(book, profile_of({"size_for": "中小企業"}))


def test_the_trade_and_the_legal_form_answer_what_a_page_asks(book: RuleBook) -> None:
    told = {"does": "インボイス登録", "employees": 6}
    assert "micro" in depends(bonuses_by(book, profile_of(told)))
    works = bonuses_by(book, profile_of({**told, "industry": "製造業"}))
    shop = bonuses_by(book, profile_of({**told, "industry": "小売業"}))
    assert "micro" in unlocked(works), "twenty heads"
    assert "micro" not in unlocked(shop) and "micro" not in depends(shop), "five heads"
    person = profile_of({"hold": "くるみん", "employees": 80, "kind": "個人事業主"})
    assert "uplift" in unlocked(bonuses_by(book, person)), "no capital is asked of a person"


@pytest.mark.parametrize(
    ("profile", "advice"),
    [
        ({"industry": "魔法"}, "日本標準産業分類"),
        ({"kind": "株主"}, "one of 会社, 個人事業主"),
    ],
)
def test_what_is_near_no_name_is_told_what_there_is(
    profile: dict[str, object], advice: str
) -> None:
    with pytest.raises(NotFound) as refused:
        who_asks(profile_of(profile))
    assert advice in (refused.value.todo or "")
