"""The README tells the figures of docs/reading_figures.yaml, fitted and held back."""

from __future__ import annotations

import re

import pytest

from docs.reading_figures import README, Figures, Row, figures, in_japanese, table, with_table


def test_the_readme_has_the_table_of_the_file():
    text = README.read_text(encoding="utf-8")
    assert text == with_table(text, figures()), "python -m docs.reading_figures"


def test_the_japanese_readme_has_the_same_table_in_japanese():
    text = README.with_name("README.ja.md").read_text(encoding="utf-8")
    japanese = in_japanese(figures())
    assert text == with_table(text, japanese, language="ja"), "python -m docs.readme_in_japanese"
    cells = [cell for row in japanese.rows for cell in row.model_dump().values()]
    documents = re.compile(r"(?:package|followup|leaflets)-20\d\d|URL")
    assert [cell for cell in cells if re.search("[A-Za-z]", documents.sub("", cell))] == []


def test_what_is_not_measured_is_said():
    rows = (
        Row(what="a", fitted="1.00", fitted_n="9", unseen="0.8", unseen_n="5"),
        Row(what="b", fitted="1.00", fitted_n="8", held_back="0.5", agreement="0.9"),
    )
    measured = Figures(held_back_measured="in May", unseen_measured="2 pages", rows=rows)
    assert table(measured).split("\n") == [
        "| what | fitted | n | held back (in May) | n | unseen (2 pages) | n | readers agree |",
        "| --- | --- | --- | --- | --- | --- | --- | --- |",
        "| a | 1.00 | 9 | not measured |  | 0.8 | 5 | – |",
        "| b | 1.00 | 8 | 0.5 | not recorded | – |  | 0.9 |",
    ]


def test_a_readme_without_the_marks_is_refused():
    with pytest.raises(ValueError, match="lacks"):
        with_table("# Shisaku", figures())
