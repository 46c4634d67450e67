"""Terms of a measure in English: vocabulary words translated, printed conditions quoted."""

from __future__ import annotations

import pytest

from graph.store import Store
from queries.measure.appearance import ThresholdFact
from queries.measure.card import measure_card
from queries.overlap.measure_terms import _threshold, as_quoted, terms_of_measure
from queries.sources import Source
from tests.made_up import catalogue as made_up


@pytest.mark.parametrize(
    ("printed", "english"),
    [("企業", "Companies"), ("巣箱を更新した場合", "「巣箱を更新した場合」"), ("2/3", "2/3")],
)
def test_what_has_no_english_is_quoted(printed: str, english: str) -> None:
    assert as_quoted(printed) == english


def _years(amount: float, unit: str = "年") -> ThresholdFact:
    at = Source("d", 1)
    return ThresholdFact(None, None, None, None, "none", "years", ">=", amount, unit, at)


def test_one_is_singular() -> None:
    assert _threshold(_years(1))[1] == "years ≥ 1 year"
    assert _threshold(_years(2))[1] == "years ≥ 2 years"
    assert _threshold(_years(1, "人"))[1] == "years ≥ 1 person"


def test_no_condition_of_a_known_kind_is_vague(store_of_compared: Store) -> None:
    terms = terms_of_measure(measure_card(store_of_compared, made_up.EQUIPMENT))
    assert terms and not any(term.vague for term in terms if "従業員" in term.japanese)
