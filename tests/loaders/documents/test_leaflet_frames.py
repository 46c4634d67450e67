"""The frame of a leaflet's rates that stand under a headline's label, or in the label's note."""

from __future__ import annotations

from loaders.catalogue.records import Rate
from loaders.documents.leaflets_2025.frames import framed
from loaders.documents.leaflets_2025.rates import shares
from loaders.text.lines import Line
from loaders.text.page import Page

FRONT = (
    "灯台を選べる大口型 補助上限額\n1億円\n補助率※\n入江\n網元\n"
    "すぐに直せる 小口型 補助上限額\n900万円\n灯油\n漁網\n浮き\n錨\n帆\n櫂\n"
    "補助率\n1/2以下\n旗\n鐘\n"
    "※補助金額700万円までは1/2 もしくは2/3（小規模な\n漁家）、700万円を超える部分は1/3。"
)


def rates_of(text: str) -> list[Rate]:
    lines = tuple(Line(i, line) for i, line in enumerate(text.split("\n"), 1))
    page = Page("made-up", lines)
    return framed(page, [], shares(page))[1]


def test_a_label_is_its_headlines_and_its_mark_leads_to_the_note() -> None:
    assert [(rate.printed, rate.frame) for rate in rates_of(FRONT)] == [
        ("1/2以下", "小口型"),
        ("1/2", "大口型"),
        ("2/3", "大口型"),
        ("1/3", "大口型"),
    ]


def test_a_note_to_two_labels_is_no_single_headlines() -> None:
    both = rates_of(FRONT.replace("補助率\n", "補助率※\n"))
    assert [(rate.printed, rate.frame) for rate in both][1:] == [
        ("1/2", None),
        ("2/3", None),
        ("1/3", None),
    ]
