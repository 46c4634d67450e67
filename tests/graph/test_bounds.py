"""What comes in from outside is taken up to a bound, and a message repeats the beginning of it."""

from __future__ import annotations

import ast
import re
from pathlib import Path

import pytest

from graph import bounds
from graph.bounds import MESSAGE, QUOTED, cut, quoted
from graph.errors import StoreError
from tests.paths import ROOT

WHERE_IT_COMES_IN = ("commands", "graph/files", "queries/bonus", "queries/search")


def test_a_text_is_cut_above_its_bound_alone() -> None:
    assert cut("x" * 9, 10) == "x" * 9
    assert cut("x" * 10, 10) == "x" * 10
    assert cut("x" * 11, 10) == "x" * 9 + "…"


@pytest.mark.parametrize(
    ("value", "said"),
    [
        ("くるみん", "'くるみん'"),
        (80, "80"),
        (True, "True"),
        (None, "None"),
        (["a", 1], "['a', 1]"),
        (["a"] * 5, "a list of 5"),
        ([["a"]], "a list of 1"),
        ({"a": 1}, "{'a': 1}"),
        ({"a": {}, "b": [[]], "c": 1, "d": 2, "e": 3}, "a mapping of 5"),
        (10**400, "a number of more than 18 digits"),
        ("9" * 400, "'" + "9" * (QUOTED - 2) + "…"),
    ],
)
def test_a_message_repeats_a_value_up_to_a_bound(value: object, said: str) -> None:
    assert quoted(value) == said and len(said) <= QUOTED


def test_a_value_that_unfolds_without_end_is_named_by_its_kind() -> None:
    value: list[object] = ["x"] * 10
    for _ in range(30):
        value = [value] * 10
    assert quoted(value) == "a list of 10"


def test_a_message_is_bounded_whatever_it_is_about() -> None:
    error = StoreError("w" * MESSAGE, "p" * (MESSAGE + 1), "t" * (9 * MESSAGE))
    assert error.what == "w" * MESSAGE
    assert error.where == "p" * (MESSAGE - 1) + "…"
    assert len(str(error)) <= 3 * MESSAGE + 10


def test_values_from_outside_are_quoted_with_a_bound() -> None:
    """No `{value!r}` where words come in: of a value without end it would be one, too."""
    files = [file for place in WHERE_IT_COMES_IN for file in (ROOT / place).rglob("*.py")]
    assert len(files) > 60
    bare = {
        f"{file.relative_to(ROOT)}:{node.lineno}"
        for file in files
        for node in ast.walk(ast.parse(file.read_text(encoding="utf-8")))
        if isinstance(node, ast.FormattedValue) and node.conversion == ord("r")
    }
    assert bare == set()


def test_each_bound_is_declared_once_and_says_what_it_is_for() -> None:
    lines = Path(bounds.__file__).read_text(encoding="utf-8").split("\n")
    declared = [line for line in lines if re.match(r"[A-Z_]+ = ", line)]
    assert len(declared) > 20
    assert all(re.search(r"  # \w.{10,}", line) for line in declared)
