"""How fiscal years and kinds of budget are read."""

import pytest

from loaders.text.fiscal import fiscal_marks, unread_years
from loaders.text.lines import fold, plain


@pytest.mark.parametrize(
    ("printed", "canonical", "year", "proposed"),
    [
        ("R6補正", "R6補正", 2024, False),
        ("令和６年度補正予算", "R6補正", 2024, False),
        ("令和４年度第２次補正予算額", "R4補正", 2022, False),
        ("令和７年度当初予算（案）", "R7当初", 2025, True),
        ("令和７年度予算案額", "R7当初", 2025, True),
        ("令和７年度予算額（政府案）", "R7当初", 2025, True),
        ("R7予算額（案）", "R7当初", 2025, True),
        ("令和８年度概算要求額", "R8当初", 2026, True),
        ("令和元年度予算", "R1当初", 2019, False),
        ("平成30年度補正", "H30補正", 2018, False),
        ("R6年度当初予算", "R6当初", 2024, False),
        ("令和４年度第二次補正予算", "R4補正", 2022, False),
        ("令和５度補正予算", "R5補正", 2023, False),
        ("2031年度補正予算", "R13補正", 2031, False),
        ("令和13（2031）年度当初予算案", "R13当初", 2031, True),
        ("2031（令和13）年度予算", "R13当初", 2031, False),
        ("令和13年度（2031年度）補正予算", "R13補正", 2031, False),
        ("令和七年度予算額", "R7当初", 2025, False),
        ("平成三十年度補正", "H30補正", 2018, False),
    ],
)
def test_a_mark_has_one_canonical_form(printed, canonical, year, proposed):
    [mark] = fiscal_marks(plain(printed))
    assert (mark.canonical, mark.year, mark.proposed) == (canonical, year, proposed)
    assert mark.kind == ("supplementary" if "補正" in canonical else "initial")
    assert not mark.bare


def test_a_year_alone_is_the_initial_budget_and_marked_as_bare():
    [mark] = fiscal_marks(plain("令和７年度 輸出支援事業"))
    assert (mark.canonical, mark.bare) == ("R7当初", True)


def test_a_date_is_no_fiscal_mark():
    assert fiscal_marks(fold("令和7年4月1日")) == []


def test_two_marks_side_by_side_are_two():
    assert [m.canonical for m in fiscal_marks("R6補正予算+R7当初予算(案)")] == ["R6補正", "R7当初"]


@pytest.mark.parametrize(
    ("printed", "unread"),
    [
        ("令和99,9年度補正予算", ["令和99,9年度"]),
        ("令和13(2030)年度予算", ["令和13(2030)年度"]),
        ("令和〇年度予算額", ["令和〇年度"]),
        ("令和6・7年度当初予算", ["令和6・7年度"]),
        ("令和13(2031)年度予算", []),
        ("前年度予算額", []),
        ("令和6～8年度の3年間", []),
    ],
)
def test_a_year_that_is_not_understood_is_no_mark_and_is_found(
    printed: str, unread: list[str]
) -> None:
    assert [printed[start:end] for start, end in unread_years(printed)] == unread
    assert not unread or fiscal_marks(printed) == []
