"""From the entry of a measure to its appearance."""

from __future__ import annotations

import pytest

from loaders.catalogue.records import Appearance, Rate
from loaders.documents.appearances import (
    READERS,
    READERS_WITH_LINES,
    appearance,
    appearances_and_bonuses,
    refused,
)
from loaders.documents.entry import MeasureEntry
from loaders.text.lines import Line
from loaders.text.page import Page, Problem


def page(*lines: str) -> Page:
    return Page("made-up", tuple(Line(number, line) for number, line in enumerate(lines, 5)))


def entry(*lines: str, **fields: object) -> MeasureEntry:
    return MeasureEntry(
        page(*lines),
        "里山登り窯事業",
        {"title": [5]},
        **fields,  # type: ignore[arg-type]  # of several types
    )


def read(measure: MeasureEntry, **own: list[object]) -> Appearance:
    return appearance(measure, "appearance:made-up:1", [measure.title], own)


def test_every_field_of_an_appearance_is_read_from_the_page_or_said_by_its_entry():
    said_by_the_entry = set(MeasureEntry.__dataclass_fields__) - {"number", "text", "mark"}
    derived = {"id", "document", "measure", "line_start", "line_end", "terms"}
    read_from_the_page = {*READERS, *READERS_WITH_LINES}
    assert said_by_the_entry | derived | read_from_the_page == set(Appearance.model_fields)


def test_a_page_gives_its_facts_with_their_lines():
    found = read(entry("里山登り窯事業", "補助率：1/2以内", "https://kama.example.jp/"))
    assert [(rate.value, rate.line) for rate in found.rates] == [(0.5, 6)]
    assert (found.urls, found.lines) == (
        ["https://kama.example.jp/"],
        {"title": [5], "urls": [7]},
    )
    assert (found.line_start, found.line_end) == (5, 7)


def test_what_a_family_reads_in_its_own_way_is_not_read_again(monkeypatch: pytest.MonkeyPatch):
    def never(_page: Page) -> list[Rate]:
        raise AssertionError("read in spite of it")

    monkeypatch.setattr("loaders.documents.appearances.rates", never)
    own = Rate(printed="定額", line=6)
    assert read(entry("里山登り窯事業", "補助率：1/2以内"), rates=[own]).rates == [own]


def test_a_family_cannot_give_a_field_that_no_appearance_has():
    with pytest.raises(ValueError, match="colour"):
        read(entry("里山登り窯事業"), colour=["red"])


def test_what_a_measure_gives_may_stand_on_some_of_its_lines_alone():
    measure = entry("里山登り窯事業", "補助率：1/2以内", "補助率：2/3以内")
    text = measure.page.part(measure.page.lines[2:])
    given = entry(*(line.text for line in measure.page.lines), text=text)
    assert [rate.line for rate in read(given).rates] == [7]


def test_appearances_come_in_order_and_tell_how_far_they_are():
    done: list[tuple[int, int]] = []
    entries = [entry("里山登り窯事業"), entry("里山登り窯事業", "再び")]
    rows, bonuses = appearances_and_bonuses(
        entries, ["a", "b"], lambda _entry, _row: [], lambda *at: done.append(at)
    )
    assert [row.id for row in rows] == ["a", "b"] and bonuses == []
    assert done == [(1, 2), (2, 2)]


def test_what_pages_refused_is_told_once_in_the_order_of_the_lines():
    first, second = page("一", "二"), page("一", "二")
    first.refuse(6, "no number")
    second.refuse(6, "no number")
    second.refuse(5, "no number")
    assert refused([first, second]) == [
        Problem("made-up", 5, "no number"),
        Problem("made-up", 6, "no number"),
    ]
