"""Numbers of a programme that a page names beside its measure."""

from __future__ import annotations

import pytest

from loaders.facts.caps import caps
from loaders.facts.rates import rates
from loaders.text.lines import Line
from loaders.text.page import Page


def page_of(text: str) -> Page:
    return Page("made-up", tuple(Line(i, line) for i, line in enumerate(text.split("\n"), 1)))


@pytest.mark.parametrize(
    ("text", "frame"),
    [
        (
            "宣言した人は灯台建設\n補助金（上限5億円（補助率1/2）等）に応募できます。",
            "灯台建設補助金",
        ),
        ("宣言した人に灯台建設補助金（上限5億円（補助率1/2）等）があります。", "灯台建設補助金"),
        (
            "・灯台づくり補助金（入江枠）で、灯の費用を補助上限5億円、補助率1/2で助けます。",
            "灯台づくり補助金(入江枠)",
        ),
        ("灯台建設補助金とは別に、補助上限5億円、補助率1/2です。", None),
    ],
)
def test_a_number_is_for_the_programme_whose_bracket_or_item_it_is_in(
    text: str, frame: str | None
) -> None:
    page = page_of(text)
    assert [cap.frame for cap in caps(page)] == [frame]
    assert [rate.frame for rate in rates(page)] == [frame]
