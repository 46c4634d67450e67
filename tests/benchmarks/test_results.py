"""RESULTS.md holds a section for each part; running one part leaves the others as they were."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from benchmarks import results
from benchmarks.parts import PARTS
from benchmarks.results import Measured, put, section, sections


def test_a_section_is_a_table_of_what_was_measured():
    assert section([("one", 0.5, "1×"), ("two", 12.0, "24×"), ("three", None, "a count")]).split(
        "\n\n"
    )[1].splitlines() == [
        "| what | time | |",
        "|---|---:|---:|",
        "| one | 500.0 ms | 1× |",
        "| two | 12.0 s | 24× |",
        "| three |  | a count |",
    ]


def test_a_string_stands_between_tables():
    assert section([("one", 0.5, "1×"), "Of two.", ("two", 1.0, "2×")]).split("\n\n")[1:] == [
        "| what | time | |\n|---|---:|---:|\n| one | 500.0 ms | 1× |",
        "Of two.",
        "| what | time | |\n|---|---:|---:|\n| two | 1,000.0 ms | 2× |\n",
    ]


def test_without_figures_there_is_no_section():
    assert section([]) == ""


def test_a_section_is_put_in_the_place_of_the_earlier_one_and_the_others_stay(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
):
    monkeypatch.setattr(results, "RESULTS", tmp_path / "RESULTS.md")
    order = ["A", "B"]
    put(order, "B", section([("b", 1.0, "")]))
    put(order, "A", section(["### Within", ("a", 1.0, "")]))
    before = sections(results.RESULTS.read_text(encoding="utf-8"))
    put(order, "A", section([("a", 2.0, "")]))
    after = sections(results.RESULTS.read_text(encoding="utf-8"))
    assert list(after) == ["A", "B"]
    assert after["B"] == before["B"]
    assert "2,000.0 ms" in after["A"] and "Within" not in after["A"]


def test_a_part_that_is_no_more_leaves_the_page(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(results, "RESULTS", tmp_path / "RESULTS.md")
    put(["A", "B"], "A", section([("a", 1.0, "")]))
    put(["B"], "B", section([("b", 1.0, "")]))
    assert list(sections(results.RESULTS.read_text(encoding="utf-8"))) == ["B"]


def test_the_page_that_is_there_holds_no_other_sections_than_those_of_the_parts():
    page = sections(results.RESULTS.read_text(encoding="utf-8"))
    assert set(page) <= {part.title for part in PARTS.values()}


def test_what_was_measured_is_handed_on_at_once():
    told: list[str] = []

    def figures() -> Iterator[Measured | str]:
        yield "one", 0.5, "1×"
        assert "| one | 500.0 ms | 1× |" in told[-1]
        yield "Of two."
        yield "two", 1.0, "2×"

    assert section(figures(), told.append) == told[-1]
    assert "one" in told[-1] and "two" in told[-1]
