"""How sums of yen and numbers are read."""

import pytest

from graph.language.numerals import number
from loaders.text.amounts import bare_amount, unread_amounts, yen_amounts


@pytest.mark.parametrize(
    ("printed", "yen"),
    [
        ("21.1億円", 2_110_000_000),
        ("1,000億円", 100_000_000_000),
        ("２０億円", 2_000_000_000),
        ("０．８８億円", 88_000_000),
        ("4億5千万円", 450_000_000),
        ("1億2,500万円", 125_000_000),
        ("1兆2,000億円", 1_200_000_000_000),
        ("3千万円", 30_000_000),
        ("5百万円", 5_000_000),
        ("50百万円", 50_000_000),
        ("975千円", 975_000),
        ("三千万円", 30_000_000),
        ("二億五千万円", 250_000_000),
        ("14憶円", 1_400_000_000),
        ("1,500 万円", 15_000_000),
        ("980円", 980),
        ("十五億円", 1_500_000_000),
        ("千五百万円", 15_000_000),
        ("一億二千万円", 120_000_000),
        ("百億円", 10_000_000_000),
        ("1億 2,500万円", 125_000_000),
        ("3兆 2,632億円", 3_263_200_000_000),
        ("1・5億円", 150_000_000),
        ("3、000万円", 30_000_000),
        ("¥30,000,000", 30_000_000),
        ("￥ 3,000万円", 30_000_000),
    ],
)
def test_a_sum_is_read_in_yen(printed, yen):
    [amount] = yen_amounts(f"予算額 {printed}の内数")
    assert (amount.yen, amount.printed) == (yen, printed)


@pytest.mark.parametrize(
    "printed", ["1,2兆3,000億円", "1.2.3億円", "1、5億円", "3'000万円", "3 000万円", "0、943億円"]
)
def test_what_cannot_be_read_is_shown_whole(printed: str) -> None:
    [unread] = unread_amounts(f"補助上限額：{printed}、港")
    assert unread.printed == printed


@pytest.mark.parametrize("printed", [".5億円", ",500億円"])
def test_a_mark_with_nothing_before_it_shows_that_a_sum_is_cut_off(printed: str) -> None:
    assert yen_amounts(f"予算額：{printed}") == []
    assert len(unread_amounts(f"予算額：{printed}")) == 1
    assert [amount.yen for amount in yen_amounts("港に1億円,窯に500万円、計3億円,500万円")] == [
        100_000_000,
        5_000_000,
        300_000_000,
        5_000_000,
    ]


def test_a_sum_without_yen_is_read_where_one_is_announced() -> None:
    amount = bare_amount("3,000万(税抜)", 0)
    assert amount is not None
    assert (amount.printed, getattr(amount, "yen", None)) == ("3,000万", 30_000_000)
    assert bare_amount("3万人", 0) is None
    assert bare_amount("3,000", 0) is None


def test_a_sum_knows_where_it_stands():
    text = "補助上限 500万円（特例 1億円）"
    assert [text[a.start : a.end] for a in yen_amounts(text)] == ["500万円", "1億円"]


@pytest.mark.parametrize(
    "text",
    [
        "（単位：百万円）",
        "数億円規模",
        "○億円",
        "3つの円滑化",
        "5円滑化",
        "100億宣言",
        "10億ドル",
        "1,00億円",
        "1,2兆3,000億円",
        "1.2.3億円",
        "1、5億円",
        "3'000万円",
        "3 000万円",
        "（百万円）",
        "何億円",
    ],
)
def test_what_is_no_sum_is_left_alone(text):
    assert yen_amounts(text) == []


@pytest.mark.parametrize(
    ("text", "yen"),
    [
        ("総額1,0\n00億円", 100_000_000_000),
        ("総額1,\n000億円", 100_000_000_000),
        ("総額1\n5億円", 1_500_000_000),
        ("総額2.\n5億円", 250_000_000),
        ("総額15\n億円", 1_500_000_000),
        ("総額15億\n円", 1_500_000_000),
    ],
)
def test_a_sum_cut_by_a_line_feed_is_put_together(text, yen):
    assert [a.yen for a in yen_amounts(text)] == [yen]


def test_a_page_number_on_its_own_line_is_no_part_of_the_sum_below():
    assert [a.yen for a in yen_amounts("概要\n42\n15億円")] == [1_500_000_000]


@pytest.mark.parametrize("ending", ["450万円 ※1", "（令和7", "(注2"])
def test_the_number_of_a_note_or_a_year_is_no_part_of_the_sum_below(ending):
    assert yen_amounts(f"{ending}\n200万円")[-1].yen == 2_000_000


def test_two_numbers_side_by_side_are_not_joined():
    assert [a.yen for a in yen_amounts("令和７ 10億円")] == [1_000_000_000]


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("2,000", 2000),
        ("３千", 3000),
        ("1.5万", 15000),
        ("十", 10),
        ("十二", 12),
        ("二十", 20),
        ("１．３", 1.3),
    ],
)
def test_a_plain_number_is_read(text, value):
    assert number(text) == pytest.approx(value)


@pytest.mark.parametrize("text", ["", "約10", "10人", "令和"])
def test_what_is_no_number_gives_none(text):
    assert number(text) is None
