"""What the number of a condition counts."""

import re

import pytest

from loaders.facts.subjects import counted
from loaders.facts.thresholds import thresholds
from loaders.text.lines import Line, plain
from loaders.text.page import Page


@pytest.mark.parametrize(
    ("statement", "name"),
    [
        ("・船員の離職率が［15％以下］であること", "船員の離職率"),
        ("① 漁業の生産額の伸び率［4%以上］", "漁業の生産額の伸び率"),
        ("直近４事業年度の漁獲量が［20トン以上］", "漁獲量"),
        ("⚫ 入金（船積から支払までの日数）が［90日以内］の契約", "入金"),
        ("この町において［２億円以上］の生産額を生むこと", "生産額"),
        ("（費用の［3％以上］の削減、", "費用の削減"),
        ("■港町の計画 ［４者以上］の漁業者が作ること", "漁業者"),
        ("参加会社（［6社以上］）を集めること", "参加会社"),
        ("場合は［７人以上］", None),
    ],
)
def test_the_noun_beside_the_number(statement: str, name: str | None) -> None:
    text = plain(statement.replace("［", "").replace("］", ""))
    number = plain(re.split("[［］]", statement)[1])
    start = text.index(number)
    unit = number.rstrip("以上内下").lstrip("0123456789")
    assert counted(text, start, start + len(number), unit) == name


def test_only_what_is_no_listed_quantity_bears_a_name() -> None:
    text = "要件：船員の離職率が７％以下であること。従業員数が７人以下であること。"
    found = thresholds(Page("made-up", (Line(1, text),)))
    assert [(t.of, t.name) for t in found] == [("other", "船員の離職率"), ("employees", None)]
