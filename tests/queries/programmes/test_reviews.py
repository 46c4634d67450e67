"""What reviews ask for, who says it, and what came of it in the next budget."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path

import pytest
from click.testing import CliRunner

from graph.errors import NotFound
from graph.opening import open_store
from graph.store import Store
from loaders.load import load
from queries.programmes.reviews import review_requests
from queries.sources import Source
from shisaku import cli
from tests.made_up import catalogue as made_up
from tests.made_up import programmes as made_up_programmes
from tests.made_up.review_sheets import HARBOUR, WORKSHOP


def test_each_review_that_asks_has_its_row_and_the_money_since(store_of_programmes: Store) -> None:
    answer = review_requests(store_of_programmes)
    assert [(a.number, a.by, a.year, a.asks, a.outcome) for a in answer.asked] == [
        (7, "external", 2029, ("coordinate",), None),
        (7, "team", 2031, ("improve",), "縮減"),
    ]
    experts, team = answer.asked
    assert (experts.ministry, experts.agency) == ("経済産業省", "中小企業庁")
    assert experts.sources == team.sources == (Source("rs-2031-4-1", 2),)
    assert [m.year for m in experts.money] == [2030, 2031], "2029 is not told"
    assert [(m.year, m.initial, m.requested) for m in team.money] == [
        (2031, 500_000_000, 640_000_000)
    ]
    assert (answer.programmes, answer.outcomes) == (1, {"縮減": 1})
    assert {kind for kind, count in answer.counts.items() if count} == {"coordinate", "improve"}


def test_kinds_and_offices_are_asked_for_alone(store_of_programmes: Store) -> None:
    assert [a.by for a in review_requests(store_of_programmes, ["merge", "coordinate"]).asked] == [
        "external"
    ]
    assert len(review_requests(store_of_programmes, office="中小企業庁").asked) == 2
    assert review_requests(store_of_programmes, office="国土交通省").asked == ()
    with pytest.raises(NotFound):
        review_requests(store_of_programmes, office="どこにもない省")
    with pytest.raises(ValueError, match="praise is none of end, planned_end, merge, merged"):
        review_requests(store_of_programmes, ["praise"])


def test_the_command_prints_both_and_json_has_all(graph_of_programmes: Path) -> None:
    def run(*arguments: str) -> str:
        done = CliRunner().invoke(cli, ["reviews", "--store", str(graph_of_programmes), *arguments])
        assert done.exit_code == 0, done.output
        return done.stdout

    text = run("--top", "1")
    assert "2 reviews of 1 programme: 1 coordinate, 1 improve" in text
    assert "what came of the teams' verdicts: 縮減 1" in text and "1 review more" in text
    assert f"{WORKSHOP['name']} (経済産業省 中小企業庁)   budgetprogramme:7" in text
    assert "  coordinate  experts 2029   rs-2031-4-1:2" in text
    assert "2030 4億円 → 2031 5億円 → requested for 2032 6.4億円   rs-2031-2-1:4" in text
    assert len(json.loads(run("--asks", "improve", "--json"))["asked"]) == 1


def test_what_is_merged_says_into_which_programme_where_a_sheet_does(tmp_path: Path) -> None:
    catalogue = made_up_programmes.catalogue(tmp_path / "2031")
    workshop, *others = catalogue.programmes
    assert workshop.name == WORKSHOP["name"]
    merged = [found.model_copy(update={"asks": ["merged"]}) for found in workshop.findings]
    path = tmp_path / "graph.lbug"
    for related in (workshop.related, []):
        changed = workshop.model_copy(update={"findings": merged, "related": related})
        with open_store(path) as store:
            load(replace(catalogue, programmes=(changed, *others)), store)
            answer = review_requests(store, ["merged"])
        into = {(whole.number, whole.name) for one in answer.asked for whole in one.merged_into}
        text = CliRunner().invoke(cli, ["reviews", "--store", str(path)]).stdout
        if related:
            assert into == {(12, HARBOUR["name"])}
            assert f"    goes into {HARBOUR['name']}   budgetprogramme:12" in text
        else:
            assert into == set()
            assert "    goes into another programme; no sheet relates the two" in text


def test_a_graph_without_programmes_has_none(tmp_path: Path) -> None:
    with open_store(tmp_path / "graph.lbug") as store:
        load(made_up.catalogue(), store)
        assert review_requests(store).asked == ()
