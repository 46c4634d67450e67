"""Numbers that tell a change, and shares of those who have said something."""

from __future__ import annotations

import pytest

from loaders.facts.figures import figures
from loaders.text.lines import Line
from loaders.text.page import Page

Told = tuple[str, str | None, float, str, int | None]


def read(*lines: str) -> list[Told]:
    page = Page("made-up", tuple(Line(i, line) for i, line in enumerate(lines, 1)))
    return [(f.what, f.name, f.value, f.unit, f.year) for f in figures(page)]


@pytest.mark.parametrize(
    ("line", "told"),
    [
        (
            "⚫ 令和５年度の港町の離職率は、12.3％から8.9％に低下した。",
            [
                ("result", "港町の離職率", 12.3, "%", None),
                ("result", "港町の離職率", 8.9, "%", 2023),
            ],
        ),
        (
            "⚫ 令和５年度の漁獲額は、前年度の1.2兆円から1.5兆円に増加した。",
            [
                ("result", "漁獲額", 1.2, "兆円", 2022),
                ("result", "漁獲額", 1.5, "兆円", 2023),
            ],
        ),
        (
            "⚫ 認定件数は12件（令和４年度末）から、令和５年度末には18件へ増加した。",
            [("result", "認定件数", 12, "件", 2022), ("result", "認定件数", 18, "件", 2023)],
        ),
        (
            "⚫ 網を直した漁師の８割が、船が軽くなったと回答。",
            [("result", "網を直した漁師のうち船が軽くなったと回答の割合", 8, "割", None)],
        ),
        ("⚫ 漁業税の税率を、29％から20％まで引下げ。", []),
    ],
)
def test_what_has_changed_and_who_has_said_so(line: str, told: list[Told]) -> None:
    assert read(line) == told


def test_aims_stand_under_a_bare_heading_and_in_verbs() -> None:
    assert read("目標", "・漁獲額 5兆円（2030年）", "・離職率 8％以下") == [
        ("kpi", "漁獲額", 5, "兆円", 2030),
        ("kpi", "離職率", 8, "%", None),
    ]
    assert read("⚫ 港のCO2排出量を2030年までに2013年比で46%削減する。") == [
        ("kpi", "港のCO2排出量の削減率", 46, "%", 2030)
    ]
    assert read("⚫ 女性の漁師の比率を、2031年度までに18％に引き上げる。") == [
        ("kpi", "女性の漁師の比率", 18, "%", 2031)
    ]


def test_each_number_of_a_bracket_is_a_part_of_the_one_before_it() -> None:
    assert read("⚫ 令和５年度は対面で計16回実施（山村で11回（予定も含む）、浜辺で５回）。") == [
        ("result", "実施回数", 16, "回", 2023),
        ("result", "実施回数(山村)", 11, "回", 2023),
        ("result", "実施回数(浜辺)", 5, "回", 2023),
    ]
