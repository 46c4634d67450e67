"""The matches that a person made are told apart from those that evidence makes."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from graph.opening import open_store
from loaders.catalogue.records.programmes import PaysFor
from loaders.load import load
from queries.overview.settled import SettledJoin, settled_joins
from tests.made_up import catalogue as made_up
from tests.made_up import programme_pairs


def test_only_what_a_person_judged_is_among_them(tmp_path: Path) -> None:
    catalogue = programme_pairs.catalogue()
    first, *others = catalogue.programmes
    pays = [
        PaysFor(measure=made_up.LOAN, kind="funds", score=0.8, why=["same_name"]),
        PaysFor(measure=made_up.SALES, kind="successor", score=1.0, why=["by_hand"]),
    ]
    programmes = (first.model_copy(update={"pays_for": pays}), *others)
    with open_store(tmp_path / "graph.lbug") as store:
        load(replace(catalogue, programmes=programmes), store)
        (join,) = settled_joins(store)
    assert isinstance(join, SettledJoin)
    assert (join.name, join.measure, join.kind) == (first.name, made_up.SALES, "successor")
    assert join.programme.startswith("budgetprogramme:") and join.title
