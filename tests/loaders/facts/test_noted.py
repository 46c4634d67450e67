"""The case of a limit or a share by the note that its mark leads to."""

import pytest

from loaders.facts.caps import caps
from loaders.facts.rates import rates
from loaders.text.lines import Line
from loaders.text.page import Page


def page(text: str) -> Page:
    return Page("made-up", tuple(Line(i, line) for i, line in enumerate(text.split("\n"), 1)))


@pytest.mark.parametrize(
    ("text", "bands"),
    [
        ("補助率：1/2、2/3※１\n※１：港も直す場合", [None, "港も直す場合"]),
        ("補助率：1/2、2/3※\n※港も直す場合：2/3", [None, "港も直す場合"]),
        ("補助率：1/2、2/3※\n※港も直す場合は別の決まりに従う", [None, None]),
        ("補助率：1/2、2/3※２\n※１：港も直す場合", [None, None]),
        (
            "補助率：1/4、1/2、2/3※１\n※１：港も直す場合：５億円以下の部分は1/2、\n５億円超の部分は1/4",
            ["港も直す場合・5億円超の部分", "港も直す場合・5億円以下の部分", None],
        ),
        (
            "補助率：1/2、2/3※\n※①赤字、②減収の\nいずれかの場合\n港町型",
            [None, "①赤字、②減収のいずれかの場合"],
        ),
    ],
)
def test_the_note_of_a_row_tells_the_case_of_what_it_names(
    text: str, bands: list[str | None]
) -> None:
    in_the_row = [rate for rate in rates(page(text)) if rate.line == 1]
    assert [rate.band for rate in in_the_row] == bands


def test_a_limit_and_its_share_have_one_note() -> None:
    text = (
        "上限総額7億円（定額・上限2億円＋最大1/2・上限5億円※）\n"
        "※網も直す場合の\n補助上限と補助率\n港の図"
    )
    assert [(rate.printed, rate.band) for rate in rates(page(text))] == [
        ("定額", None),
        ("最大1/2", "網も直す場合"),
    ]
    assert [(cap.yen, cap.band) for cap in caps(page(text))] == [
        (700_000_000, "総額"),
        (200_000_000, None),
        (500_000_000, "網も直す場合"),
    ]
