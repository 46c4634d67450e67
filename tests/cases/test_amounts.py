"""Sums that were worked out by hand (amounts/): what a measure comes to for a company."""

from __future__ import annotations

from pathlib import Path

import pytest
from pydantic import BaseModel, ConfigDict, Field

from graph.files.yaml_file import read_yaml
from graph.store import Store
from queries.bonus.profile import profile_of
from queries.bonus.yen.amounts import amounts_for
from queries.bonus.yen.worked import Worked
from queries.sources import places


class SumByHand(BaseModel):
    """A company, and what one part of a measure comes to."""

    model_config = ConfigDict(frozen=True, extra="forbid", use_attribute_docstrings=True)

    name: str
    """What the case shows."""
    profile: dict[str, object]
    """Its profile, as docs/bonus.md has it."""
    measure: str
    """What the measure is called."""
    frame: str | None = None
    """The part of it."""
    without: int | None = None
    """In yen without any uplift."""
    now: int | None = None
    """In yen with what is held and done; null where nothing raises it."""
    needs: tuple[str, ...] = ()
    """What is needed for the sum; it has none then."""
    steps: tuple[str, ...] = ()
    """Places that the steps name."""
    reason: str = Field(min_length=10)
    """The sum by hand."""


CASES = [
    case
    for file in sorted((Path(__file__).parent / "amounts").glob("*.yaml"))
    for case in read_yaml(file, tuple[SumByHand, ...])
]


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)
def test_a_sum_is_what_it_is_by_hand(bundled_store: Store, case: SumByHand) -> None:
    amounts = [
        amount
        for amount in amounts_for(bundled_store, profile_of(case.profile), case.measure)
        if amount.frame == case.frame
    ]
    assert len(amounts) == 1, case.reason
    amount = amounts[0]
    told = [worked for worked in (amount.without, amount.now) if worked is not None]
    if case.needs:
        assert [(worked.yen, worked.needs) for worked in told] == [(None, case.needs)]
        return
    assert (_yen(amount.without), _yen(amount.now)) == (case.without, case.now), case.reason
    named = {
        place
        for worked in told
        for step in worked.steps
        for place in places(step.sources).split(", ")
    }
    assert set(case.steps) <= named


def _yen(worked: Worked | None) -> int | None:
    return worked.yen if worked else None


def test_every_sum_has_a_name_of_its_own() -> None:
    assert len({case.name for case in CASES}) == len(CASES)
