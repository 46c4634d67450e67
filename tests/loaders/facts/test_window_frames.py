"""Periods of a part of a measure."""

from __future__ import annotations

import pytest

from loaders.catalogue.records import Window
from loaders.facts.window_frames import of_parts
from loaders.text.lines import Line
from loaders.text.page import Page


@pytest.mark.parametrize(
    ("line", "frame"),
    [
        ("里山型 随時申請", "里山型"),
        ("大里山型　随時申請", "大里山型"),
        ("里山型・港枠 随時申請", None),
        ("随時申請", None),
    ],
)
def test_a_period_is_of_the_part_that_its_line_names(line: str, frame: str | None) -> None:
    page = Page("leaflet", (Line(4, line),))
    window = Window(what="申請", printed="随時申請", line=4)
    frames = ["里山型", "港枠", None, "大里山型"]
    assert [each.frame for each in of_parts([window], frames, page)] == [frame]
