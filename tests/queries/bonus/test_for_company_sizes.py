"""What a company's size, told or by numbers, decides."""

from __future__ import annotations

from dataclasses import replace

import pytest

from queries.bonus.company_size import Question, size_words
from queries.bonus.fit import Outside
from queries.bonus.for_company import CompanyBonuses, bonuses_by
from queries.bonus.profile import Profile, profile_of
from queries.bonus.rule_book.book import RuleBook
from queries.bonus.rule_book.open_to import Opening
from queries.bonus.rule_book.sizes import Limit
from queries.sources import Source
from tests.made_up import bonuses as made_up_bonuses
from tests.queries.bonus.asking import almost, depends, unlocked


def test_a_rule_for_a_class_is_for_the_classes_within_it_and_for_no_other(book: RuleBook) -> None:
    assert "uplift" in unlocked(bonuses_by(book, Profile(("小規模事業者",), ("くるみん",))))
    large = bonuses_by(book, Profile(("大企業",), ("プラチナくるみん",)))
    assert (
        "uplift large" in unlocked(large)
        and "uplift" not in unlocked(large)
        and len(large.other_size) == 2
    )
    assert depends(bonuses_by(book, Profile(("中小企業",), does=("インボイス登録",)))) == {
        "micro": (Question("size", "小規模事業者"),)
    }


def test_a_class_that_the_graph_alone_knows_comes_last_and_opens_nothing(book: RuleBook) -> None:
    other = "特大企業"
    more = replace(
        book,
        sizes={**book.sizes, other: frozenset({other})},
        size_names={**book.size_names, other: other},
    )
    assert size_words(more, (other, "大企業")) == ("大企業", other)
    assert "uplift" not in unlocked(bonuses_by(more, Profile((other,), ("くるみん",))))


@pytest.mark.parametrize(
    ("numbers", "is_sme"),
    [
        ({"capital": 100_000_000}, True),
        ({"capital": 100_000_001, "employees": 2000, "group_employees": 1}, False),
    ],
)
def test_numbers_decide_the_class_where_the_page_says_how(
    book: RuleBook, numbers: dict[str, int], is_sme: bool
) -> None:
    assert (
        "uplift" in unlocked(bonuses_by(book, profile_of({"hold": "くるみん", **numbers})))
    ) is is_sme


def test_a_number_that_is_missing_is_asked_for(book: RuleBook) -> None:
    assert depends(bonuses_by(book, Profile(hold=("くるみん",), employees=80)))["uplift"] == (
        Question("capital"),
        Question("whom", "個人事業主"),
    )
    assert depends(bonuses_by(book, Profile(hold=("プラチナくるみん",), capital=2 * 10**8)))[
        "uplift large"
    ] == (Question("employees"), Question("group_employees"))
    assert depends(bonuses_by(book, Profile(hold=("DX認定",))))["twenty heads"] == (
        Question("employees"),
    )
    assert "twenty heads" not in unlocked(bonuses_by(book, Profile(hold=("DX認定",), employees=21)))


def test_a_number_beyond_a_limit_excludes_a_class_while_another_is_open(book: RuleBook) -> None:
    answer = bonuses_by(
        book, Profile(hold=("プラチナくるみん",), capital=5 * 10**8, employees=1500)
    )
    assert "uplift" not in unlocked(answer) and depends(answer) == {
        "uplift large": (Question("group_employees"),)
    }, "the capital alone says that it is no 中小企業"


def test_who_is_within_the_limit_of_every_trade_need_not_tell_the_trade(book: RuleBook) -> None:
    assert "micro" in unlocked(bonuses_by(book, Profile(does=("インボイス登録",), employees=5)))
    assert depends(bonuses_by(book, Profile(does=("インボイス登録",), employees=6)))["micro"] == (
        Question("whom", "その他の業種"),
    )
    assert (
        len(
            bonuses_by(
                book, Profile(("中小企業",), does=("インボイス登録",), employees=21)
            ).other_size
        )
        == 3
    ), "not micro, not large, and more than twenty heads"


def test_what_a_page_is_for_is_said_where_the_rule_names_no_size(book: RuleBook) -> None:
    answer = {
        result.rule.id: result.aimed_at
        for result in bonuses_by(book, Profile(("大企業",), ("くるみん",))).unlocked
    }
    assert answer == {
        "rule:points": ("中堅企業", "中小企業"),
        "rule:door": ("中堅企業", "中小企業"),
        "rule:either": (),
    }


def why(answer: CompanyBonuses) -> dict[str, Outside]:
    return {
        result.rule.id.removeprefix("rule:"): result.outside
        for result in answer.other_size
        if result.outside
    }


def test_a_rule_is_not_for_a_size_that_does_not_apply_for_what_it_raises(book: RuleBook) -> None:
    place = (Source("booklet-2025", 56),)
    small = replace(
        book,
        open_to={
            made_up_bonuses.GRANT: Opening(
                made_up_bonuses.GRANT, ("小規模事業者", "中小企業"), (), place
            )
        },
    )
    large = bonuses_by(small, Profile(("大企業",), ("くるみん",)))
    assert "points" not in unlocked(large) and why(large)["points"] == Outside(
        "applicants", ("小規模事業者", "中小企業"), (), place
    )
    assert "points" in unlocked(bonuses_by(small, Profile(("小規模事業者",), ("くるみん",))))
    assert depends(bonuses_by(small, Profile(hold=("くるみん",))))["points"] == (
        Question("size"),
    ), "who tells no size is asked for it"
    every = replace(
        small,
        open_to={
            made_up_bonuses.GRANT: Opening(
                made_up_bonuses.GRANT, ("中小企業", "中堅企業", "大企業"), (), place
            )
        },
    )
    assert "points" in unlocked(bonuses_by(every, Profile(hold=("くるみん",)))), (
        "unless every size applies"
    )


def test_a_size_that_a_rule_leaves_out_does_not_get_it_and_who_may_be_of_it_is_asked(
    book: RuleBook,
) -> None:
    place = (Source("booklet-2025", 99),)
    left_out = replace(
        book,
        rules={
            **book.rules,
            "rule:points": replace(book.rules["rule:points"], left_out=(("小規模事業者", place),)),
        },
    )
    held = ("くるみん",)
    assert why(bonuses_by(left_out, Profile(("小規模事業者",), held)))["points"] == Outside(
        "left_out", ("小規模事業者",), (), place
    )
    assert depends(bonuses_by(left_out, Profile(("中小企業",), held)))["points"] == (
        Question("size", "小規模事業者"),
    )
    assert "points" in unlocked(bonuses_by(left_out, Profile(("大企業",), held)))


def test_a_certification_that_is_for_others_by_size_or_sales_is_no_step_unless_it_is_held(
    book: RuleBook,
) -> None:
    dx, sales = "certification:DX認定", (Limit("sales", ">=", 10**9), Limit("sales", "<", 10**10))
    asked = replace(book, holders={dx: (Opening(made_up_bonuses.GRANT, ("中小企業",), sales, ()),)})
    assert "mark" in almost(bonuses_by(asked, Profile(("中小企業",)))), "the sales are not told"
    assert almost(bonuses_by(asked, Profile(("中小企業",), sales=10**9)))["mark"] == ["DX認定"]
    assert why(bonuses_by(asked, Profile(("中小企業",), sales=10**10)))["mark"].limits == sales[1:]
    large = bonuses_by(asked, Profile(("大企業",)))
    assert why(large)["mark"].why == "holders" and almost(large)["either"] == ["くるみん"], (
        "the other way is open"
    )
    assert "mark" in unlocked(bonuses_by(asked, Profile(("大企業",), ("DX認定",)))), (
        "who says that it holds it is believed"
    )
