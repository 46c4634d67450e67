"""What recognised courses are designated for, what one registers for to become something, and what
of a selection one is spared.
"""

from __future__ import annotations

import pytest

from loaders.bonuses import bonuses
from loaders.catalogue.records import Bonus
from loaders.text.lines import Line
from loaders.text.page import Page


def read(*lines: str, title: str = "窯学びの場") -> list[Bonus]:
    page = Page("booklet", tuple(Line(20 + at, line) for at, line in enumerate(lines)))
    return bonuses(page, "measure:0", title)


def asked(bonus: Bonus) -> list[str]:
    return [way.what for group in bonus.requires for way in group]


def test_a_recognised_course_is_designated_for_the_benefits_of_a_scheme() -> None:
    [bonus] = read("⚫ 窯元学習給付制度の指定を受ける", "BP 認定課程を増やす。")
    assert (asked(bonus), bonus.benefit, bonus.line) == (
        ["職業実践力育成プログラム認定制度"],
        "other",
        21,
    )
    assert bonus.raises and bonus.raises.printed == "窯元学習給付の指定"


def test_courses_that_offices_recognised_are_designated() -> None:
    [bonus] = read("・里の村が認定した窯の講座を窯元学習給付の対象講座として指定していく。")
    assert asked(bonus) == ["里の村が認定した窯の講座"]
    assert bonus.raises and bonus.raises.printed == "窯元学習給付の指定"


@pytest.mark.parametrize(
    ("line", "what", "raised"),
    [
        ("窯元雇用主になるには、近くの村役場への登録が必要です。", "村役場への登録", "窯元雇用主"),
        (
            "「窯売り」になるには、広場から登録申請（４月から）が必要です。",
            "窯売りの登録",
            "窯売り",
        ),
    ],
)
def test_a_registration_before_one_is_something(line: str, what: str, raised: str) -> None:
    [bonus] = read(line)
    assert (asked(bonus), bonus.benefit) == ([what], "requirement")
    assert bonus.raises and bonus.raises.programme == raised


def test_who_holds_the_certification_of_a_step_is_spared_it() -> None:
    [bonus] = read("※書面審査は免除", "", "一次選考", "（DX認定レベル）", title="窯の選定")
    assert (asked(bonus), bonus.value, bonus.line) == (["DX認定"], "書面審査の免除", 20)


@pytest.mark.parametrize("line", ["※書面審査は免除", "一次選考（DX認定レベル）"])
def test_a_screening_alone_or_a_level_alone_spares_nobody(line: str) -> None:
    assert read(line, title="窯の選定") == []
