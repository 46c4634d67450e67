"""A company's profile: from words, a file; what cannot be read is refused."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from graph.bounds import LARGEST_NUMBER, NUMERAL
from graph.errors import ProfileError
from queries.bonus.company import company
from queries.bonus.profile import NUMBERS, Profile, count_of, joined, profile_of, read_profile
from queries.bonus.rule_book.book import RuleBook

WHOLE = Profile(
    ("中小企業",),
    ("くるみん", "DX認定"),
    ("賃上げ+3%",),
    employees=80,
    capital=30_000_000,
    sales=200_000_000,
    group_employees=120,
)


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("3000万", 30_000_000),
        ("3,000万円", 30_000_000),
        ("１億円", 100_000_000),
        ("1.5億", 150_000_000),
        ("¥10,000", 10_000),
        ("￥１，０００万", 10_000_000),
        (5, 5),
        ("0", 0),
    ],
)
def test_a_sum_is_read_as_people_write_it(text: object, value: int) -> None:
    assert count_of("capital", text) == value


@pytest.mark.parametrize("text", ["80", "80人", "８０名", 80])
def test_heads_are_read_as_people_write_them(text: object) -> None:
    assert count_of("employees", text) == 80


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("capital", "many"),
        ("capital", "80人"),
        ("employees", "80円"),
        ("employees", "¥80"),
        ("employees", "-1"),
        ("employees", -1),
        ("employees", "1.5"),
        ("employees", True),
        ("employees", 1.5),
        ("capital", [1]),
        ("capital", ""),
        ("capital", "9" * 400),
        ("employees", float("inf")),
        ("employees", float("nan")),
    ],
)
def test_what_is_no_number_of_that_is_refused(name: str, value: object) -> None:
    with pytest.raises(ProfileError, match=f"^profile.yaml: {name} is a number"):
        count_of(name, value, "profile.yaml")


def test_a_file_tells_a_profile(tmp_path: Path) -> None:
    (tmp_path / "profile.yaml").write_text(
        "size: 中小企業\nhold: [くるみん, DX認定]\ndoes: 賃上げ+3%\nemployees: 80\ncapital:"
        " 3000万円\nsales: 2億円\ngroup_employees: 120人\n",
        encoding="utf-8",
    )
    assert read_profile(tmp_path / "profile.yaml") == WHOLE
    (tmp_path / "empty.yaml").write_text("", encoding="utf-8")
    assert read_profile(tmp_path / "empty.yaml") == Profile()


@pytest.mark.parametrize(
    ("text", "match"),
    [
        ("holds: [くるみん]", "no 'holds'"),
        ("hold: {a: 1}", "hold is a word"),
        ("hold: [1]", "hold is a word"),
        ("- a", "is no profile"),
        ("capital: much", "capital is a number"),
        ("capital: .inf", "capital is a number, not '.inf'"),
        ("employees: 2025-01-01", "employees is a number"),
        ("employees: 2025-13-45", "employees is a number"),
        ("employees: 0o17", "employees is a number"),
        ("employees: 1:30", "employees is a number"),
        ("employees: {a: 1}", "employees is a number"),
        ("0", "is no profile"),
        ("? [a]\n: b", "is no key"),
        ("hold: くるみん\nsize: 大企業\nhold: DX認定", "'hold' stands twice"),
        ("a: [", "YAML"),
    ],
)
def test_a_file_that_is_no_profile_is_named(tmp_path: Path, text: str, match: str) -> None:
    (tmp_path / "profile.yaml").write_text(text, encoding="utf-8")
    with pytest.raises(ProfileError, match=match) as raised:
        read_profile(tmp_path / "profile.yaml")
    assert str(raised.value).startswith(str(tmp_path / "profile.yaml"))


def test_a_file_that_is_not_there_is_named(tmp_path: Path) -> None:
    with pytest.raises(ProfileError, match=r"nothing\.yaml"):
        read_profile(tmp_path / "nothing.yaml")


@given(st.text() | st.integers() | st.floats() | st.lists(st.text()) | st.dates() | st.none())
@example("9" * 5000)
def test_a_number_is_read_or_refused_whatever_it_is(value: object) -> None:
    for name in NUMBERS:
        try:
            number = count_of(name, value, "profile.yaml")
        except ProfileError as error:
            assert error.where == "profile.yaml" and error.what.startswith(f"{name} is a number")
        else:
            assert number >= 0


def test_one_word_stands_for_a_list_of_one() -> None:
    words: Any = ("中小企業", "くるみん", "賃上げ+3%")  # a list of one may be written as its word
    assert Profile(*words) == Profile(("中小企業",), ("くるみん",), ("賃上げ+3%",))


def test_two_profiles_are_joined() -> None:
    assert joined(
        Profile(("大企業",), ("くるみん",), employees=5),
        Profile(("中小企業",), ("DX認定", "くるみん"), employees=6),
    ) == Profile(("中小企業",), ("くるみん", "DX認定"), employees=6)
    assert profile_of(WHOLE.as_dict()) == WHOLE


def test_a_number_is_read_as_it_is_written_in_a_file(tmp_path: Path) -> None:
    file = tmp_path / "profile.yaml"
    file.write_text("employees: 0100\ncapital: １億円\nsales: 5,000万", encoding="utf-8")
    profile = read_profile(file)
    assert (profile.employees, profile.capital, profile.sales) == (100, 10**8, 5 * 10**7)


@pytest.mark.parametrize(
    "rise",
    ["賃上げ3%", "賃上げ+３％", "賃上げ（3%）", "賃上げ率3%", "賃上げ3%以上", "賃上げ(+3%以上)"],
)
def test_a_rise_is_read_as_people_write_it(book: RuleBook, rise: str) -> None:
    (deed,) = company(book, Profile(does=(rise,))).holdings.deeds
    assert (deed.what, deed.amount, deed.unit) == ("賃上げ", 3, "%")


def test_a_rise_without_its_unit_is_told_the_units(book: RuleBook) -> None:
    with pytest.raises(ProfileError, match="rules ask for 賃上げ in %"):
        company(book, Profile(does=("賃上げ+3",)))


FALLS = ("賃上げ-3%", "賃上げ－3%", "賃上げ▲3%", "賃上げマイナス3%", "賃上げ+0%")


@pytest.mark.parametrize("fall", FALLS)
def test_a_fall_and_nothing_are_no_rise(book: RuleBook, fall: str) -> None:
    with pytest.raises(ProfileError, match="is no rise"):
        company(book, Profile(does=(fall,)))


@pytest.mark.parametrize("name", [*NUMBERS, "investment"])
def test_a_number_is_read_up_to_the_largest(name: str) -> None:
    for text in (str(LARGEST_NUMBER - 1), f"{LARGEST_NUMBER:,}", "1000000兆"):
        assert count_of(name, text) <= LARGEST_NUMBER
    assert count_of(name, LARGEST_NUMBER) == LARGEST_NUMBER
    for value in (LARGEST_NUMBER + 1, "1000001兆", "9" * 400, "9" * 5000, 10**400, "1" + "兆" * 99):
        with pytest.raises(ProfileError, match=f"{name} is a number") as refused:
            count_of(name, value)
        assert len(str(refused.value)) < 200


def test_a_numeral_is_read_up_to_a_length() -> None:
    assert count_of("capital", "0" * (NUMERAL - 2) + "80") == 80
    with pytest.raises(ProfileError, match="is a number"):
        count_of("capital", "0" * (NUMERAL - 1) + "80")
