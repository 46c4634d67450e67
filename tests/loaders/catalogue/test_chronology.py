"""When documents were made."""

from __future__ import annotations

from loaders.catalogue.chronology import dated
from loaders.catalogue.records import Budget
from tests.made_up.named_appearances import NEW, document, named

UNDATED = document(NEW).model_copy(update={"date": ""})
R6_SUPPLEMENT = Budget(fiscal="R6補正", year=2024, kind="supplementary", yen=1, line=1)
R7_PROPOSAL = Budget(fiscal="R7当初", year=2025, kind="initial", yen=1, line=1)
R5_PROPOSAL = Budget(fiscal="R5当初", year=2023, kind="initial", yen=1, line=1)


def date_given(*budgets: Budget) -> str:
    [found] = dated([UNDATED], [named(NEW, "沿岸藍染振興事業", budgets=list(budgets)).appearance])
    return found.date


def test_a_printed_date_stays() -> None:
    assert dated([document(NEW, "2025-02")], [])[0].date == "2025-02"


def test_a_document_without_a_date_is_as_old_as_its_latest_budget() -> None:
    assert (
        date_given(R6_SUPPLEMENT, R5_PROPOSAL),
        date_given(R7_PROPOSAL),
        date_given(R5_PROPOSAL),
    ) == ("2024-12", "2024-12", "2022-12")


def test_one_without_budgets_has_none() -> None:
    assert date_given() == ""
