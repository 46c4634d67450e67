"""What a condition comes to among certifications, on pages made up in the real layout."""

from __future__ import annotations

import pytest

from loaders.bonuses.certified import certified
from loaders.catalogue.records import Alternative
from loaders.text.lines import Line
from loaders.text.page import Page


def page(*lines: str) -> Page:
    return Page("made-up", tuple(Line(i, line) for i, line in enumerate(lines, 1)))


def whats(way: Alternative, *lines: str) -> list[str]:
    (group,) = certified([[way]], page(*lines))
    return [alternative.what for alternative in group]


@pytest.mark.parametrize(
    ("lines", "what"),
    [
        (("⚫ 次世代法により届け出た行動計画",), "一般事業主行動計画（次世代法）"),
        (("⚫ 女性活躍推進法により届け出た行動計画",), "一般事業主行動計画（女性活躍推進法）"),
        (("⚫ 次世代法か女性活躍推進法の行動計画",), "一般事業主行動計画"),
        (("⚫ 届け出た行動計画",), "一般事業主行動計画"),
    ],
)
def test_a_plan_of_several_laws_is_that_of_the_law_of_the_page(
    lines: tuple[str, ...], what: str
) -> None:
    assert whats(Alternative(what="一般事業主行動計画", kind="plan"), *lines) == [what]


def test_what_one_law_alone_has_stays_as_it_is() -> None:
    assert whats(Alternative(what="経営革新計画", kind="plan"), "次世代法の行動計画") == [
        "経営革新計画"
    ]


@pytest.mark.parametrize(
    ("what", "met_by"),
    [
        ("HACCP等へ対応する", ["HACCP認定"]),
        ("HACCPに準拠した", ["HACCP認定"]),
        ("GAPに対応する", ["GAP認証"]),
        ("インボイスに対応する", []),
        ("HACCPを学ぶ", []),
    ],
)
def test_who_holds_the_certificate_of_a_standard_complies_with_it(
    what: str, met_by: list[str]
) -> None:
    assert whats(Alternative(what=what, kind="other"), "⚫ 例") == [what, *met_by]
