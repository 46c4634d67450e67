"""How fiscal years and kinds of budget are read."""

import pytest

from loaders.text.fiscal import fiscal_marks
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
