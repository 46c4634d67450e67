"""Calls from saved answers to answers: extract onto a catalogue, load, `shisaku calls`, bonuses."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from graph.opening import open_store
from graph.store import Store
from loaders.catalogue.files import read_catalogue, texts, write_catalogue
from loaders.load import load
from queries.bonus.windows import call_windows
from queries.calls.calls import all_calls, calls_of, calls_on
from queries.search.search import find
from tests.commands.running import shisaku
from tests.made_up import names
from tests.made_up.calls import collected, detail, listed, written
from tests.made_up.catalogue import catalogue

TITLE = next(m.title for m in catalogue().measures if m.id == names.EQUIPMENT)
ENTRIES = [
    listed(1, f"令和13年度 {TITLE}（三次公募）", max_limit=40_000_000),
    listed(2, f"【港山県】{TITLE}", area="港山県", end="2031-05-10T03:00Z"),
    listed(3, "山村の炭焼き小屋の補助金", start="2031-05-15T00:30Z", employees="20名以下"),
    listed(4, "浮桟橋の改修の助成金", end="2031-04-20T08:00Z"),
    listed(5, f"{TITLE}（実績報告）"),
]
DAY = date(2031, 5, 1)


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The made-up catalogue, packed, with the calls of two answers."""
    base = tmp_path_factory.mktemp("calls")
    write_catalogue(catalogue(), base / "catalogue", pack=True)
    written(base / "list.json", collected(ENTRIES))
    written(base / "one.json", detail(3, "山村の炭焼き小屋の補助金", subsidyRate="1/2"))
    done = shisaku("extract", base / "list.json", base / "one.json", "--out", base / "catalogue")
    assert done.returncode == 0, done.stderr
    assert "left out: 1 follow-up form (S-90000005)" in done.stderr
    assert "calls of a measure: 2, of a budget programme: 0, of 4" in done.stderr
    return base / "catalogue"


@pytest.fixture(scope="module")
def store(folder: Path) -> Store:
    opened = open_store(folder.parent / "graph.lbug")
    load(read_catalogue(folder), opened)
    return opened


def test_answers_alone_are_joined_to_the_catalogue_that_is_there_and_it_stays(folder: Path) -> None:
    read = read_catalogue(folder)
    kept, there = (texts(replace(one, calls=(), documents=())) for one in (read, catalogue()))
    assert kept == there
    assert len(read.documents) == len(catalogue().documents) + 2
    assert (folder / "calls.jsonl.gz").exists() and not (folder / "calls.jsonl").exists()
    first = read.calls[0]
    assert (first.measure, first.joins[0].why) == (names.EQUIPMENT, ["same_name"])


def test_another_answer_takes_the_place_of_the_calls_that_were_there(
    folder: Path, tmp_path: Path
) -> None:
    out = tmp_path / "catalogue"
    write_catalogue(read_catalogue(folder), out)
    only = written(tmp_path / "new.json", collected(ENTRIES[3:4]))
    assert shisaku("extract", only, "--out", out).returncode == 0
    read = read_catalogue(out)
    assert [call.code for call in read.calls] == ["S-90000004"]
    assert len(read.documents) == len(catalogue().documents) + 1
    assert shisaku("extract", only, "--out", out, "--check").returncode == 0


def test_bad_answers_end_in_one_line_and_write_nothing(tmp_path: Path) -> None:
    broken = tmp_path / "broken.json"
    broken.write_text('{"items": [\n', encoding="utf-8")
    strange = written(tmp_path / "strange.json", collected([listed(1, "網", area="網の町")]))
    for path, where in ((broken, f"{broken}:2: "), (strange, "jgrants-")):
        done = shisaku("extract", path, "--out", tmp_path / "out")
        assert done.returncode == 1 and not (tmp_path / "out").exists()
        last = done.stderr.strip().split("\n")[-1]
        assert last.startswith(f"shisaku: {where}") and " — " in last


def test_a_catalogue_of_calls_alone_can_be_loaded(tmp_path: Path) -> None:
    alone = written(tmp_path / "list.json", collected(ENTRIES))
    assert shisaku("extract", alone, "--out", tmp_path / "out").returncode == 0
    with open_store(tmp_path / "graph.lbug") as opened:
        load(read_catalogue(tmp_path / "out"), opened)
        assert len(all_calls(opened)) == 4


def test_calls_stand_as_they_do_on_the_day_those_that_close_first_before(store: Store) -> None:
    answer = calls_on(store, DAY)
    assert [(each.state, each.call.code[-1]) for each in answer.calls] == [
        ("open", "2"),
        ("open", "1"),
        ("opens", "3"),
        ("closed", "4"),
    ]
    assert (answer.on, answer.open) == ("2031-05-01", 2)
    last = [calls_on(store, day).open for day in (date(2031, 6, 30), date(2031, 7, 1))]
    assert last == [2, 0]


def test_calls_are_asked_for_by_measure_area_and_words(store: Store) -> None:
    def codes(**asked: Any) -> list[str]:
        return [each.call.code[-1] for each in calls_on(store, DAY, **asked).calls]

    assert codes(of=names.EQUIPMENT) == ["2", "1"]
    assert codes(area="港山県") == ["2", "1", "3", "4"] and codes(area="東京都") == ["1", "3", "4"]
    assert codes(words="炭焼き ﾎｼﾞｮｷﾝ") == [] and codes(words="炭焼き 補助金") == ["3"]
    assert codes(open_only=True) == ["2", "1"]
    assert calls_of(store, names.LOAN, DAY).calls == ()


def test_a_call_keeps_its_facts_and_its_places(store: Store) -> None:
    third = calls_on(store, DAY, words="炭焼き").calls[0].call
    assert (third.employee_limit, third.employee_limit_op, third.scheme) == (20, "<=", "網の制度")
    assert [rate.value for rate in third.rates] == [0.5]
    assert (third.opens_at, third.closes, third.closes_at) == ("09:30", "2031-06-30", "24:00")
    assert len(third.sources) == 2 and all(each.line for each in third.sources)
    assert [hit.id for hit in find(store, "S-90000003")] == ["call:S-90000003"]


def test_bonus_answers_know_the_calls_of_the_whole_country(store: Store) -> None:
    windows = call_windows(store)[names.EQUIPMENT]
    of_calls = [w for w in windows if w.source.document.startswith("jgrants-")]
    assert [(w.opens, w.closes) for w in of_calls] == [("2031-04-01", "2031-06-30")]


def test_the_command_prints_a_row_a_call_and_json(store: Store) -> None:
    uri = store.uri
    store.close()
    text = shisaku("calls", "--on", "2031-05-01", "--open", "--store", uri)
    lines = text.stdout.split("\n")
    assert lines[0] == "2 calls, 2 open on 2031-05-01"
    assert lines[2].split()[:4] == ["open", "until", "2031-05-10", "12:00"]
    assert f"{TITLE}(三次公募) → " in lines[3] and "4,000万円" in lines[3]
    assert "saved on 2031-05-01" in lines[4]
    answer = json.loads(shisaku("calls", "--on", "R13.5.1", "--json", "--store", uri).stdout)
    assert (answer["open"], len(answer["calls"])) == (2, 4)
    none = shisaku("calls", "--words", "昼寝", "--store", uri)
    assert none.returncode == 0 and "none: other words" in none.stdout
    for wrong, what in (
        (["--on", "someday"], "is no day"),
        (["--measure", "昼寝の施策"], "nothing answers to"),
    ):
        done = shisaku("calls", *wrong, "--store", uri)
        assert done.returncode and what in done.stderr and "Traceback" not in done.stderr
