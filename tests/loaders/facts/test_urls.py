"""Addresses on the web, wrapped or not."""

from __future__ import annotations

import pytest

from loaders.facts.urls import urls
from loaders.text.lines import Line


def found(text: str) -> list[tuple[str, int]]:
    return urls([Line(number, line) for number, line in enumerate(text.split("\n"), 1)])


def test_an_address_in_brackets_or_behind_a_word() -> None:
    assert found(
        "発酵サイト（https://example.go.jp/a/）を参照\nURL:https://example.go.jp/b.html"
    ) == [("https://example.go.jp/a/", 1), ("https://example.go.jp/b.html", 2)]


def test_an_address_cut_by_the_wrap() -> None:
    assert found("https://example.go.jp/applications/new_3_i\nndex.html\n\n施策") == [
        ("https://example.go.jp/applications/new_3_index.html", 1)
    ]


def test_a_whole_address_does_not_take_the_line_below() -> None:
    assert found("https://example.go.jp/a.html\nABC.html")[0] == ("https://example.go.jp/a.html", 1)


def test_an_address_printed_twice_is_one() -> None:
    assert found("https://example.go.jp/\nhttps://example.go.jp/") == [
        ("https://example.go.jp/", 1)
    ]


@pytest.mark.parametrize(
    "text",
    [
        "https://exam\nple.go.jp/tests/index.html",
        "URL:htt\nps://example.go.jp/tests/index.html",
        "詳細は（https://\nexample.go.jp/tests/index.html）での案内",
        "https://example.go.jp/\ntests/index.html",
        "（https://example.go.jp/te\nsts/index.html）から申し込む。",
    ],
)
def test_an_address_is_found_wherever_the_wrap_cuts_it(text: str) -> None:
    assert [url for url, _ in found(text)] == ["https://example.go.jp/tests/index.html"]


@pytest.mark.parametrize(
    "text",
    [
        "https://a.go.jp/1.htmlhttps://b.go.jp/",
        "https://a.go.jp/1.htmlht\ntps://b.go.jp/",
        "https://a.go.jp/1.ht\nmlhttps://b.go.jp/",
        "https://a.go.jp/1.html\nhttps://b.go.jp/",
    ],
)
def test_two_addresses_without_a_blank_between_are_two(text: str) -> None:
    assert [url for url, _ in found(text)] == ["https://a.go.jp/1.html", "https://b.go.jp/"]


@pytest.mark.parametrize(
    "below",
    [
        "E-mail:desk@example.go.jp",
        "TEL 03-0000-0001",
        "12",
        "www.example.go.jp/x.html",
        "DX支援の内容",
    ],
)
def test_what_begins_a_line_of_its_own_is_no_part_of_an_address(below: str) -> None:
    assert found(f"https://example.go.jp/a\n{below}") == [("https://example.go.jp/a", 1)]
