"""A company's profile: from words, a file; what cannot be read is refused."""

from __future__ import annotations

from pathlib import Path

import pytest

from graph.errors import ProfileError
from queries.bonus.profile import Profile, count_of, joined, profile_of, read_profile

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
    ("told", "value"),
    [
        ("3000万", 30_000_000),
        ("3,000万円", 30_000_000),
        ("１億円", 100_000_000),
        ("1.5億", 150_000_000),
        (5, 5),
        ("0", 0),
    ],
)
def test_a_sum_is_read_as_people_write_it(told, value):
    assert count_of("capital", told) == value


@pytest.mark.parametrize("told", ["80", "80人", "８０名", 80])
def test_heads_are_read_as_people_write_them(told):
    assert count_of("employees", told) == 80


@pytest.mark.parametrize(
    ("of", "told"),
    [
        ("capital", "many"),
        ("capital", "80人"),
        ("employees", "80円"),
        ("employees", "-1"),
        ("employees", -1),
        ("employees", "1.5"),
        ("employees", True),
        ("employees", 1.5),
        ("capital", [1]),
        ("capital", ""),
    ],
)
def test_what_is_no_number_of_that_is_refused(of, told):
    with pytest.raises(ProfileError, match=of):
        count_of(of, told)


def test_a_file_tells_a_profile(tmp_path: Path):
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
        ("a: [", "YAML"),
    ],
)
def test_a_file_that_is_no_profile_is_named(tmp_path: Path, text: str, match: str):
    (tmp_path / "profile.yaml").write_text(text, encoding="utf-8")
    with pytest.raises(ProfileError, match=match) as raised:
        read_profile(tmp_path / "profile.yaml")
    assert str(raised.value).startswith(str(tmp_path / "profile.yaml"))


def test_a_file_that_is_not_there_is_named(tmp_path: Path):
    with pytest.raises(ProfileError, match="nothing.yaml"):
        read_profile(tmp_path / "nothing.yaml")


def test_one_word_stands_for_a_list_of_one():
    assert Profile("中小企業", "くるみん", "賃上げ+3%") == Profile(
        ("中小企業",), ("くるみん",), ("賃上げ+3%",)
    )


def test_two_profiles_are_joined():
    assert joined(
        Profile(("大企業",), ("くるみん",), employees=5),
        Profile(("中小企業",), ("DX認定", "くるみん"), employees=6),
    ) == Profile(("中小企業",), ("くるみん", "DX認定"), employees=6)
    assert profile_of(WHOLE.told()) == WHOLE
