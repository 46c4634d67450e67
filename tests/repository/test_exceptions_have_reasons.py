"""Whoever switches a check off for a line says why, behind it."""

from __future__ import annotations

import re

import pytest

from tests.paths import ROOT

ROOMS = ("graph", "loaders", "queries", "dashboard", "commands", "benchmarks", "tests", "docs")
SWITCHED_OFF = re.compile(
    r"# (?:type: ignore|noqa)\b(?:\[[\w, -]+\]|: ?[A-Z]+\d+(?:, ?[A-Z]+\d+)*)?"
)


def without_reason(line: str) -> bool:
    """Whether a check is switched off on the line and no words stand behind that."""
    found = SWITCHED_OFF.search(line)
    return found is not None and not re.match(r"[\s#-]*\w+,? \w+", line[found.end() :])


@pytest.mark.parametrize(
    ("comment", "is_bare"),
    [
        ("type: ignore[misc]", True),
        ("type: ignore", True),
        ("noqa: ARG002", True),
        ("noqa: ARG002, B018 #", True),
        ("type: ignore[misc]  # it ships no types", False),
        ("noqa: S603  our own command", False),
        ("noqa: S102 - our own file", False),
    ],
)
def test_a_reason_is_words_behind_the_code(comment: str, is_bare: bool) -> None:
    assert without_reason(f"    run(it)  # {comment}") is is_bare


def test_no_check_is_switched_off_without_a_reason() -> None:
    files = [ROOT / "shisaku.py", *(file for room in ROOMS for file in (ROOT / room).rglob("*.py"))]
    bare = [
        f"{file.relative_to(ROOT)}:{number}"
        for file in files
        for number, line in enumerate(file.read_text(encoding="utf-8").splitlines(), 1)
        if without_reason(line)
    ]
    assert bare == []
