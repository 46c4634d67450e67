"""The kinds of benefits: every one of the catalogue has a rank and a class."""

from __future__ import annotations

from pathlib import Path
from typing import get_args

import pytest

from graph.errors import VocabularyError
from graph.schema.benefits import (
    benefit_classes,
    benefit_ranks,
    benefits_called,
    read_benefits,
)
from loaders.catalogue.records import Benefit


def test_every_benefit_of_the_catalogue_has_a_class_and_a_rank() -> None:
    assert set(benefit_classes()) == set(benefit_ranks()) == set(get_args(Benefit))


def test_a_kind_goes_by_its_code_and_by_what_people_call_it() -> None:
    called = benefits_called()
    assert called["low_interest_loan"] == called["低利融資"] == ("low_interest_loan",)
    assert called["加点"] == ("screening_points", "procurement_points"), "one word, two kinds"
    assert set(benefit_classes()) <= set(called)


def test_the_order_of_the_file_is_the_rank_and_money_comes_first_then_prerequisites() -> None:
    ranks = benefit_ranks()
    assert sorted(ranks.values()) == list(range(len(ranks)))
    assert list(
        dict.fromkeys(benefit_classes()[name] for name in sorted(ranks, key=ranks.__getitem__))
    ) == ["money", "prerequisite", "soft"]


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("- {name: gain, class: gold}", "0.class"),
        ("- {name: gain}", "0.class"),
        ("- {class: money}", "0.name"),
        ("- {name: gain, class: soft, hard: true}", "0.hard"),
        ("- {name: gain, class: money}\n- {name: gain, class: soft}", "stands twice"),
        ("", "tuple"),
        ("- [", "no YAML"),
    ],
)
def test_what_does_not_hold_together_is_refused_with_file_and_entry(
    tmp_path: Path, text: str, says: str
) -> None:
    path = tmp_path / "kinds.yaml"
    path.write_text(text, encoding="utf-8")
    with pytest.raises(VocabularyError, match=says) as error:
        read_benefits(path)
    assert "kinds.yaml" in str(error.value)
