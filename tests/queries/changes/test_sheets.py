"""What changed between the review sheets of two years."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from graph.errors import NotFound
from graph.opening import open_store
from graph.store import Store
from loaders.load import load
from queries.changes.sheets import SheetChange, diff_of_sheets
from queries.sources import Source
from shisaku import cli
from tests.made_up import two_years_of_sheets
from tests.made_up.two_years_of_sheets import AFTER, BEFORE


@pytest.fixture(scope="module")
def graph(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("years")
    with open_store(folder / "graph.lbug") as store:
        load(two_years_of_sheets.catalogue(folder / "sheets"), store)
    return folder / "graph.lbug"


@pytest.fixture(scope="module")
def store(graph: Path) -> Iterator[Store]:
    with open_store(graph) as opened:
        yield opened


def _by_kind(changes: tuple[SheetChange, ...]) -> dict[str, list[str]]:
    found: dict[str, list[str]] = {}
    for change in changes:
        found.setdefault(change.kind, []).append(change.id.removeprefix("budgetprogramme:"))
    return found


def test_each_programme_changes_in_its_own_way(store: Store) -> None:
    answer = diff_of_sheets(store, BEFORE, AFTER)
    assert answer.programmes == (10, 11, 4)
    assert _by_kind(answer.changes) == {
        "new": ["8", "9", "11", "14", "15"],
        "ended": ["3", "13"],
        "merged": ["4", "12"],
        "split": ["5"],
        "renumbered": ["10", "17"],
        "renamed": ["1"],
        "moved": ["7"],
    }, "a name that differs by marks is the same; of twins by name none is the other's successor"
    assert answer.counts == {kind: len(ids) for kind, ids in _by_kind(answer.changes).items()}


def test_what_was_merged_and_split_says_with_what_and_where(store: Store) -> None:
    changes = {change.id: change for change in diff_of_sheets(store, BEFORE, AFTER).changes}
    told = {
        id_: [(r.id, r.how, r.sources) for r in changes[f"budgetprogramme:{id_}"].relatives]
        for id_ in ("4", "12", "5", "8")
    }
    assert told == {
        "4": [("budgetprogramme:2", "merged_into", (Source("rs-2030-1-5", 2),))],
        "12": [("budgetprogramme:2", "merged_into", (Source("rs-2031-1-5", 4),))],
        "5": [
            ("budgetprogramme:8", "split_into", (Source("rs-2031-1-5", 2),)),
            ("budgetprogramme:9", "split_into", (Source("rs-2031-1-5", 3),)),
        ],
        "8": [("budgetprogramme:5", "split_from", (Source("rs-2031-1-5", 2),))],
    }


def test_sides_tell_name_ministry_money_and_row(store: Store) -> None:
    changes = {change.kind: change for change in diff_of_sheets(store, BEFORE, AFTER).changes}
    before, after = changes["renamed"].before, changes["renamed"].after
    assert before and after
    assert (before.name, before.initial) == ("里山海洋事業", 100)
    assert (after.name, after.initial) == ("里山海洋拠点事業", 130)
    assert after.sources == (Source("rs-2031-1-2", 2),)
    moved = changes["moved"]
    assert moved.before and moved.before.ministry == "国土交通省"
    assert moved.after and moved.after.ministry == "農林水産省"
    again = [c for c in diff_of_sheets(store, BEFORE, AFTER).changes if c.kind == "renumbered"]
    assert [(c.before and c.before.number, c.why) for c in again] == [
        (6, ("name", "ministry")),
        (16, ("former_number",)),
    ]


def test_one_year_beside_itself_changes_nothing_and_another_is_not_there(store: Store) -> None:
    assert diff_of_sheets(store, AFTER, AFTER).changes == ()
    with pytest.raises(NotFound, match="no review sheets of 2040 — there are: rs-2030, rs-2031"):
        diff_of_sheets(store, BEFORE, 2040)


def test_the_command_compares_years_of_sheets(graph: Path) -> None:
    def run(*arguments: str) -> Result:
        return CliRunner().invoke(cli, ["diff", *arguments, "--store", str(graph)])

    text = run("rs-2030", "rs-2031").stdout
    assert run("2030", "RS2031").stdout == text, "the years alone do, too"
    for part in (
        "rs-2030: 10 programmes; rs-2031: 11 programmes; in both: 4",
        "5 new, 2 ended, 2 merged, 1 split, 2 numbered anew, 1 renamed, 1 moved",
        "merged        試験事業4号   budgetprogramme:4",
        "    merged into 里山発酵   budgetprogramme:2   rs-2030-1-5:2",
        "    2031: sheet 1  里山海洋拠点事業 (国土交通省), initial 130円   rs-2031-1-2:2",
        "    planned to end in 2030",
        "    known by former number",
    ):
        assert part in text
    assert json.loads(run("rs-2030", "rs-2031", "--json").stdout)["counts"]["split"] == 1
    assert "is the earlier of the two" in run("rs-2031", "rs-2030").stderr
