"""The budget brackets of a follow-up in two columns, and the notes on them."""

from __future__ import annotations

import pytest

from loaders.catalogue.records import Appearance
from loaders.documents.family import Reading
from loaders.documents.followup_2024 import parser
from tests.made_up.paper import ITEM, lines_of, sheet


def read(*pages: list[str]) -> Reading:
    return parser.read("paper", lines_of(*pages), (), lambda done, of: None)


def only(reading: Reading) -> Appearance:
    [appearance] = reading.appearances
    return appearance


@pytest.mark.parametrize(
    ("line", "budgets"),
    [
        (
            (
                "【令和４年度第二次補正予算：13.45億円の内数、令和５年度当初予算：0.71億円の",
                "内数】 ",
            ),
            [("R4補正", 1_345_000_000, True), ("R5当初", 71_000_000, True)],
        ),
        (("【令和５年度予算額：0.3 億円】 ",), [("R5年度", 30_000_000, False)]),
        (("【令和５年度当初予算：233.5万円】 ",), [("R5当初", 2_335_000, False)]),
        (("【令和５年度当初予算：22億】 ",), [("R5当初", 2_200_000_000, False)]),
        (
            ("【令和４年度補正予算：1.6億円】【令和５年度補正予算：4.0億円】 ",),
            [("R4補正", 160_000_000, False), ("R5補正", 400_000_000, False)],
        ),
        (
            ("【令和５年度当初予算：里山コース 3億円 ", "棚田コース 4億円】 "),
            [("R5当初", 300_000_000, False), ("R5当初", 400_000_000, False)],
        ),
        (
            ("【令和５年度補正予算：制度要求、令和６年度当初予算案：8億円】 ",),
            [("R6当初", 800_000_000, False)],
        ),
        (("【令和５年度補正予算：R６年度～R９年度の国庫債務負担行為の内数】 ",), []),
        (("【予算額：5億円】 ",), [("R5当初", 500_000_000, False)]),
        (("【2031年度補正予算：5億円】 ",), [("R13補正", 500_000_000, False)]),
        (
            ("【令和５年度当初予算：5億円（対前年度▲１億円）】 ",),
            [("R5当初", 500_000_000, False)],
        ),
    ],
)
def test_a_budget_a_sum_of_the_bracket(
    line: tuple[str, ...], budgets: list[tuple[str, int, bool]]
) -> None:
    reading = read(sheet(*ITEM, "○里山の道（R５当初） ", *line, "⚫ 直した。［国交省］ "))
    assert [
        (b.fiscal, b.yen, b.part_of) for b in only(reading).budgets
    ] == budgets and reading.problems == ()


def test_a_bracket_of_a_year_that_cannot_be_read_is_refused() -> None:
    line = "【令和99,9年度当初予算：5億円】 "
    reading = read(sheet(*ITEM, "○里山の道（R５当初） ", line, "⚫ 直した。［国交省］ "))
    assert only(reading).budgets == []
    assert [problem.what for problem in reading.problems] == [
        "a budget of a fiscal year that cannot be read: 令和99,9年度"
    ]


@pytest.mark.parametrize(
    ("title", "line", "pot"),
    [
        (
            "里山の道",
            "【令和５年度独立行政法人里山機構運営費交付金当初予算：10億円の内数】 ",
            "独立行政法人里山機構運営費交付金",
        ),
        ("里山の道", "【令和５年度当初予算：里山交付金 100億円の内数】 ", "里山交付金"),
        (
            "独立行政法人里山機構運営費交付金",
            "【令和５年度当初予算：26億円の内数】 ",
            "独立行政法人里山機構運営費交付金",
        ),
        ("里山の道", "【令和５年度当初予算：26億円の内数】 ", None),
    ],
)
def test_the_pot_is_named_in_the_bracket_or_by_the_heading(
    title: str, line: str, pot: str | None
) -> None:
    [budget] = only(
        read(sheet(*ITEM, f"○{title}（R５当初） ", line, "⚫ 直した。［国交省］ "))
    ).budgets
    assert (budget.pot, budget.fiscal) == (pot, "R5当初")


def test_the_year_before_in_brackets_and_a_part_that_a_note_names() -> None:
    first = only(
        read(
            sheet(
                *ITEM,
                "○里山の道 ",
                "【令和５年度当初：15億円、令和４年度補正：6億円の内数(令和４年度当初 ",
                "14億円)】 ",
                "⚫ 直した。［国交省］ ",
            )
        )
    )
    assert [(b.fiscal, b.yen, b.previous_yen) for b in first.budgets] == [
        ("R5当初", 1_500_000_000, 1_400_000_000),
        ("R4補正", 600_000_000, None),
        ("R4当初", 1_400_000_000, None),
    ]
    noted = only(
        read(
            sheet(
                *ITEM,
                "○里山の道 ",
                "⚫ 直した。 ",
                "※本事業は令和５年度補正予算における「里山の橋と",
                "道の事業」（8.4億円）の内数として計上。［国交省］ ",
            )
        )
    )
    assert [(b.yen, b.part_of, b.pot) for b in noted.budgets] == [
        (840_000_000, True, "里山の橋と道の事業")
    ]


@pytest.mark.parametrize(
    ("line", "shares"),
    [
        ("【令和５年度補正予算：7.9億円】 ", [True, False]),
        ("【令和４年度補正予算：7.9億円】 ", [False, False]),
        ("【令和５年度補正予算：9億円】 ", [False, False]),
    ],
)
def test_a_sum_of_which_a_note_names_the_pot_of_that_year_is_a_share_of_it(
    line: str, shares: list[bool]
) -> None:
    note = (
        "※本事業は令和５年度補正予算における「里山の橋と",
        "道の事業」（8.4億円）の内数として計上。［国交省］ ",
    )
    assert [
        b.share for b in only(read(sheet(*ITEM, "○里山の道 ", line, "⚫ 直した。 ", *note))).budgets
    ] == shares


@pytest.mark.parametrize("printed", ["1,2兆3,000億円", "1.2.3億円", "3'000万円"])
def test_a_sum_that_is_cut_off_is_refused_whole(printed: str) -> None:
    line = f"【令和５年度当初予算：{printed}】 "
    reading = read(sheet(*ITEM, "○里山の道（R５当初） ", line, "⚫ 直した。［国交省］ "))
    assert any(printed in problem.what for problem in reading.problems)
    assert only(reading).budgets == []
