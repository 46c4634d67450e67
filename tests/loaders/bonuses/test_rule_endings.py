"""What becomes of a rule that later documents do not tell any more."""

from __future__ import annotations

import pytest

from loaders.bonuses import rules
from loaders.catalogue.records import (
    Budget,
    Ended,
    LegalBasis,
)
from tests.loaders.bonuses.statements import NEW, OLD, bonus, document, measure, pages_on

TWO_KINDS = [
    *pages_on("old", "measure:0", "measure:1"),
    *pages_on("new", "measure:1", "measure:2"),
]


def test_what_no_later_document_of_the_kind_tells_any_more_ended() -> None:
    [rule] = rules([bonus("b1", "old", status="planned")], [OLD, NEW], TWO_KINDS)
    assert (rule.status, rule.last_status) == ("ended", "planned")
    assert rule.ended == Ended(why="not_told", document="new")


def test_a_measure_that_another_one_succeeds_ended_with_that() -> None:
    [rule] = rules(
        [bonus("b1", "old")],
        [OLD, NEW],
        TWO_KINDS,
        measures=[measure("measure:2", "measure:0")],
    )
    assert rule.ended == Ended(why="succeeded", by="measure:2", document="new", line=1)


def test_a_part_whose_whole_goes_on_is_not_restated() -> None:
    part = measure("measure:0", part_of=("measure:2",))
    [rule] = rules([bonus("b1", "old")], [OLD, NEW], TWO_KINDS, measures=[part])
    assert (rule.status, rule.ended) == ("not_restated", None)


def test_documents_of_one_fiscal_year_complete_each_other() -> None:
    same_year = document("new", "2023-03")
    [rule] = rules([bonus("b1", "old")], [document("old", "2022-06"), same_year], TWO_KINDS)
    assert rule.status == "in_force"
    [rule] = rules([bonus("b1", "old")], [OLD, document("new", "2023-04")], TWO_KINDS)
    assert rule.status == "ended"


@pytest.mark.parametrize("benefit", ["procurement_points", "immigration_points", "mark_use"])
def test_what_regulations_give_does_not_end_with_the_document(benefit: str) -> None:
    [rule] = rules([bonus("b1", "old", benefit=benefit)], [OLD, NEW], TWO_KINDS)
    assert rule.status == "in_force"


def test_what_rests_on_a_law_and_has_no_budget_does_not_end_with_the_document() -> None:
    def told(**facts: object) -> str:
        first, *others = TWO_KINDS
        law = first.model_copy(
            update={"legal_basis": [LegalBasis(law="試し法", name="試し法", line=1)], **facts}
        )
        [rule] = rules([bonus("b1", "old")], [OLD, NEW], [law, *others])
        return rule.status

    budget = Budget(fiscal="令和4年度", year=2022, kind="initial", yen=1, line=1)
    assert (told(), told(budgets=[budget])) == ("in_force", "ended")


def test_what_raises_a_programme_that_goes_on_is_not_restated() -> None:
    goes_on = bonus("b2", "new", measure="measure:2", benefit="cap_uplift")
    made = rules([bonus("b1", "old"), goes_on], [OLD, NEW], TWO_KINDS)
    assert {rule.benefit: rule.status for rule in made} == {
        "screening_points": "not_restated",
        "cap_uplift": "in_force",
    }
