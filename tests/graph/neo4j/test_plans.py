"""A query passes only where the plan that the server made for it reads and no more."""

from __future__ import annotations

from typing import Any

import pytest

from graph.errors import StoreError
from graph.neo4j.plans import Readings, steps

PLAN = {
    "operatorType": "ProduceResults@neo4j",
    "children": [{"operatorType": "Filter@neo4j", "children": [{"operatorType": "AllNodesScan"}]}],
}


def around(step: str) -> dict[str, Any]:
    """A plan with such a step far below."""
    return {"operatorType": "ProduceResults@neo4j", "children": [{"operatorType": step}]}


def test_a_plan_that_reads_passes_and_is_asked_for_once() -> None:
    readings = Readings()
    assert not readings.known("RETURN 1")
    readings.check("RETURN 1", "r", PLAN)
    assert readings.known("RETURN 1") and not readings.known("RETURN 2")
    assert list(steps(PLAN)) == ["ProduceResults", "Filter", "AllNodesScan"]


@pytest.mark.parametrize(
    ("query_type", "plan"),
    [
        ("rw", PLAN),
        ("w", PLAN),
        ("s", PLAN),
        (None, PLAN),
        ("r", None),
        ("r", around("LoadCSV@neo4j")),
        ("r", around("LoadCSV")),
        ("r", around("ProcedureCall@neo4j")),
    ],
)
def test_any_other_plan_is_refused(query_type: str | None, plan: dict[str, Any] | None) -> None:
    readings = Readings()
    with pytest.raises(StoreError, match="the graph is read-only"):
        readings.check("RETURN 1", query_type, plan)
    assert not readings.known("RETURN 1")
