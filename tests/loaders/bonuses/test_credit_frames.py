"""Frames of a tax measure: the ordinary credit, and higher ones."""

from __future__ import annotations

from loaders.bonuses import bonuses
from loaders.catalogue.records import Bonus
from loaders.text.lines import Line
from loaders.text.page import Page

FRAMES = [
    "対象者 未来事業計画*１の承認を受けた者",
    "通常枠",
    "特別償却20%",
    "又は税額控除３％",
    "下記①を満たした上で、②、③のいずれかを満たす",
    "① 伸び率４%以上",
    "特別償却40%",
    "又は税額控除４％",
    "中堅企業枠",
    "特別償却40％",
    "又は税額控除８％",
    "建物 特別償却10%/税額控除１％",
]


def read(*lines: str) -> list[Bonus]:
    unlocked = bonuses(
        Page("booklet", tuple(Line(at, line) for at, line in enumerate(lines, 1))),
        "measure:0",
        "試し税制",
    )
    return [bonus for bonus in unlocked if bonus.benefit == "tax_credit_uplift"]


def test_frames_above_the_ordinary_one() -> None:
    assert [
        (bonus.condition, bonus.value, bonus.size_class, bonus.line) for bonus in read(*FRAMES)
    ] == [
        (
            ["未来事業計画", "下記①を満たした上で、②、③のいずれかを満たす"],
            "特別償却40%又は税額控除4%",
            None,
            7,
        ),
        (["未来事業計画", "中堅企業枠"], "特別償却40%又は税額控除8%", "中堅企業", 10),
    ]


def test_the_plan_and_the_frame_must_both_hold() -> None:
    [first, _] = read(*FRAMES)
    assert (first.condition_mode, [[a.what for a in group] for group in first.requires]) == (
        "all",
        [["未来事業計画"], ["下記①を満たした上で、②、③のいずれかを満たす"]],
    )


def test_a_frame_for_a_size_class_asks_for_the_size_class_and_the_higher_frame_counts() -> None:
    first, second = read(*FRAMES)
    assert [[a.what for a in group] for group in second.requires] == [["未来事業計画"]]
    assert (first.rank, second.rank, first.exclusive_group == second.exclusive_group) == (
        2,
        1,
        True,
    )


def test_the_plain_credits_are_for_whoever_has_the_plan() -> None:
    page = Page("booklet", tuple(Line(at, line) for at, line in enumerate(FRAMES, 1)))
    unlocked = bonuses(page, "measure:0", "試し税制")
    assert [
        (bonus.value, bonus.raises and bonus.raises.frame, bonus.condition, bonus.line, bonus.rank)
        for bonus in unlocked
        if bonus.benefit == "base"
    ] == [
        ("特別償却20%又は税額控除3%", None, ["未来事業計画"], 3, 3),
        ("特別償却10%/税額控除1%", "建物", ["未来事業計画"], 12, None),
    ]


def test_one_rate_for_everyone_is_no_bonus() -> None:
    assert (
        read("○オフィス減税：税額控除７％（移転型）", "特別償却50％、税額控除５％を創設する。")
        == []
    )


def test_what_a_frame_of_a_size_asks_for_besides_its_plan_is_not_told() -> None:
    assert [bonus.unstated for bonus in read(*FRAMES)] == [[], ["condition"]]
