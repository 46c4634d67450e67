"""Addresses on the web, wrapped or not."""

from __future__ import annotations

from loaders.facts.urls import urls
from loaders.text import Line


def found(text: str) -> list[tuple[str, int]]:
    return urls([Line(number, line) for number, line in enumerate(text.split("\n"), 1)])


def test_an_address_in_brackets_or_behind_a_word():
    assert found("発酵サイト（https://example.go.jp/a/）を参照\nURL:https://example.go.jp/b.html") == [
        ("https://example.go.jp/a/", 1), ("https://example.go.jp/b.html", 2)]


def test_an_address_cut_by_the_wrap():
    assert found("https://example.go.jp/applications/new_3_i\nndex.html\n\n施策") == [("https://example.go.jp/applications/new_3_index.html", 1)]


def test_a_whole_address_does_not_take_the_line_below():
    assert found("https://example.go.jp/a.html\nABC.html")[0] == ("https://example.go.jp/a.html", 1)


def test_an_address_printed_twice_is_one():
    assert found("https://example.go.jp/\nhttps://example.go.jp/") == [("https://example.go.jp/", 1)]
