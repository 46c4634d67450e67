"""Characters that only show another one, found before a text is translated."""

from __future__ import annotations

import pytest

from graph.language.signs import SHOWN, one_of


def test_every_sign_that_shows_another_is_found() -> None:
    found = one_of(SHOWN)
    assert all(found.fullmatch(chr(code)) for code in SHOWN)


def test_nothing_else_is_found() -> None:
    found = one_of(SHOWN)
    among = "".join(chr(code) for code in range(0x10000) if code not in SHOWN)
    assert found.search(among) is None


@pytest.mark.parametrize("marks", ["-", "]^", "[]\\", "ー−-"])
def test_marks_of_patterns_are_characters(marks: str) -> None:
    assert one_of(map(ord, marks)).findall(f"a{marks}z") == list(marks)
