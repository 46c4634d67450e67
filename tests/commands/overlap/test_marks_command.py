"""`shisaku marks` and what goes with it: progress, lists, files, and calibrating to them."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from graph.errors import NotFound, ShisakuError
from loaders.catalogue.files import write_catalogue
from loaders.catalogue.records import Organisation
from loaders.overlap.learning.learn import Learned
from queries.overlap import marks_file
from queries.overlap.marks import Mark, now
from shisaku import cli
from tests.commands.running import shisaku
from tests.made_up.catalogue import SALES
from tests.made_up.measures import MAFF, METI, MHLW, catalogue, exporting, others
from tests.made_up.overlaps import FAIR


@pytest.fixture
def kept(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    path = tmp_path / "remarks.jsonl"
    monkeypatch.setenv(marks_file.VARIABLE, str(path))
    pair = Mark(
        a=SALES, b=FAIR, title_a="あ", title_b="い", score=0.9, grade=3, at=now(), who="佐藤"
    )
    marks_file.change(path, pair, {}, {"verdict": "agree"})
    return path


@pytest.fixture
def ask(graph_of_overlaps: Path, kept: Path):
    def answered(*arguments: str | Path) -> Result:
        store = ["--store", str(graph_of_overlaps)]
        return CliRunner().invoke(cli, [*map(str, arguments), *store], catch_exceptions=False)

    return answered


def test_progress_is_told_for_all_and_by_ministries(ask) -> None:
    first, *rows = ask("marks").stdout.splitlines()
    assert first == "6 pairs: 確認済 1 (17%), 確認中 0, 未確認 5; 同意 1, 重なりではない 0"
    assert "農林水産省" in rows[1] and rows[0].split() == [
        "pairs", "未確認", "確認中", "確認済", "同意", "重なりではない",
    ]  # fmt: skip
    told = json.loads(ask("marks", "--json").stdout)
    assert told["total"] == {
        "unchecked": 5, "checking": 0, "checked": 1, "agree": 1, "not_overlap": 0,
    }  # fmt: skip
    assert told["by_offices"][0]["office_a"]["name"]


@pytest.mark.parametrize("status", ["確認済", "checked"])
def test_pairs_and_marks_are_listed_by_status(ask, status: str) -> None:
    listed = ask("overlap", "--status", status).stdout
    assert listed.count("grade") == 1 and "海外販路開拓支援" in listed
    assert len(json.loads(ask("overlap", "--status", "未確認", "--json").stdout)) == 5
    assert ask("marks", "--status", status).stdout.startswith("確認済  同意  (佐藤, 20")
    assert ask("marks", "--status", "確認中").stdout == "no mark\n"


@pytest.mark.parametrize("more", [[], ["--scope", "all"], ["--sort", "money"]])
def test_where_readers_are_so_far_with_no_pair_it_says_so(ask, more: list[str]) -> None:
    with pytest.raises(NotFound, match=r"none of the \d+ pairs .* 確認中 \(checking\)") as none:
        ask("overlap", "--status", "確認中", *more)
    assert "--grade" not in str(none.value)


@pytest.mark.parametrize("sort", ["score", "money", "execution"])
def test_pairs_of_a_status_are_sorted_as_all_are(ask, sort: str) -> None:
    def listed(*more: str) -> list[tuple[str, str]]:
        told = json.loads(ask("overlap", "--sort", sort, "--json", *more).stdout)
        return [(pair["a"]["id"], pair["b"]["id"]) for pair in told]

    confined, every = listed("--status", "未確認"), listed()
    assert len(confined) == 5
    assert confined == [pair for pair in every if pair in confined]


def test_marks_go_out_and_come_back(ask, kept: Path, tmp_path: Path) -> None:
    for name in ("out.csv", "out.jsonl"):
        out = ask("marks", "--export", tmp_path / name)
        assert "written (1 mark on 1 pair)" in out.stderr
        kept.unlink()
        assert ask("marks", "--import", tmp_path / name).stdout.startswith("1 new, 0 older")
        assert ask("marks", "--import", tmp_path / name).stdout.startswith("0 new, 0 older")
    (tmp_path / "in.csv").write_text(
        f"a,b,verdict\n{SALES},measure:gone,重なりではない\nx,{SALES},同意\n", encoding="utf-8"
    )
    told = ask("marks", "--import", tmp_path / "in.csv", "--json")
    assert json.loads(told.stdout) | {"refused": 1} == {
        "new": 1, "older": 0, "known": 0, "refused": 1, "unknown": ["measure:gone"],
    }  # fmt: skip
    assert "in.csv, line 3: is no mark: a: no id of a measure or programme" in told.stderr
    everything = json.loads(ask("marks", "--list", "--history", "--json").stdout)
    assert len(everything) == 2


def test_a_file_of_which_every_line_is_refused_is_a_failure(ask, tmp_path: Path) -> None:
    (tmp_path / "in.csv").write_text(f"a,b,verdict\n{SALES},x,同意\n", encoding="utf-8")
    told = ask("marks", "--import", tmp_path / "in.csv")
    assert told.exit_code == 1 and "1 line refused" in told.stdout
    assert "b: no id of a measure or programme" in told.stderr


def test_a_damaged_line_is_said_beside_the_answer(ask, kept: Path) -> None:
    with kept.open("a", encoding="utf-8") as file:
        file.write("{broken\n")
    told = ask("marks", "--list")
    assert told.exit_code == 0 and "remarks.jsonl, line 2: is no mark" in told.stderr


def test_checked_pairs_are_written_as_graded_ones(ask, tmp_path: Path) -> None:
    out = ask("marks", "--pairs", tmp_path / "pairs.jsonl")
    assert "written (1 pair that" in out.stderr
    (line,) = (tmp_path / "pairs.jsonl").read_text(encoding="utf-8").splitlines()
    pair = json.loads(line)
    assert pair["grade"] == 3 and {pair["a"]["line_start"], pair["b"]["line_start"]} == {100, 400}


@pytest.mark.parametrize("option", ["--export", "--pairs"])
@pytest.mark.parametrize(
    "name", ["remarks.jsonl", "link.jsonl", "hard.jsonl", "sub/../remarks.jsonl"]
)
def test_the_file_of_the_marks_is_never_written_over(
    ask, kept: Path, option: str, name: str
) -> None:
    (kept.parent / "sub").mkdir()
    (kept.parent / "link.jsonl").symlink_to(kept)
    (kept.parent / "hard.jsonl").hardlink_to(kept)
    before = kept.read_bytes()
    with pytest.raises(ShisakuError, match="is the file of the marks itself"):
        ask("marks", option, kept.parent / name)
    assert kept.read_bytes() == before


def test_graded_pairs_never_take_the_place_of_the_graph(ask, graph_of_overlaps: Path) -> None:
    with pytest.raises(ShisakuError, match="is the file of the graph itself"):
        ask("marks", "--pairs", graph_of_overlaps)


@pytest.mark.parametrize(
    ("arguments", "why"),
    [
        (["marks", "--status", "済"], "'済' is none of 未確認, 確認中, 確認済"),
        (["marks", "--list", "--export", "x.csv"], "are two things: ask one"),
        (["marks", "--history"], "--history is of --list"),
        (["marks", "--export", "x.txt"], "ends in .jsonl or .csv"),
        (["overlap", "--catalogue", "."], "--catalogue is of --learn"),
        (["overlap", "--anyway"], "--anyway is of --learn"),
        (["overlap", "--status", "未確認", "--matrix"], "--status is of lists of pairs"),
        (["overlap", "--learn", "x", "--all"], "not with --all"),
        (["overlap", "--learn", "x", "--grade", "0"], "not with --grade"),
        (["overlap", "--learn", "x", "--catalogue", "nothing"], "there is no folder nothing"),
    ],
)
def test_what_does_not_go_together_is_said(ask, arguments: list[str], why: str) -> None:
    refused = ask(*arguments)
    assert refused.exit_code == 2 and why in " ".join(refused.stderr.split())


def test_a_file_that_is_no_list_of_pairs_is_one_line(tmp_path: Path) -> None:
    (tmp_path / "p.jsonl").write_text('{"a": 1}\n', encoding="utf-8")
    ran = shisaku("overlap", "--learn", tmp_path / "p.jsonl")
    assert ran.returncode == 1 and ran.stdout == ""
    assert ran.stderr.count("\n") == 1 and "p.jsonl, line 1: is no graded pair" in ran.stderr


@pytest.mark.parametrize("anyway", [False, True])
def test_what_grades_worse_is_not_written_unless_it_is_asked_for(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, anyway: bool
) -> None:
    known = catalogue(*(exporting(f"e{n}", METI) for n in range(8)), *others(6, MHLW))
    write_catalogue(known, tmp_path / "catalogue")
    ids = sorted(m.id for m in known.measures)
    pairs = [(a, b) for a in ids for b in ids if a < b]
    rows = [{"a": a, "b": b, "grade": 2 * (":e" in a and ":e" in b)} for a, b in pairs]
    (tmp_path / "p.jsonl").write_text("".join(json.dumps(row) + "\n" for row in rows))
    monkeypatch.setattr(Learned, "worse", True)
    monkeypatch.chdir(tmp_path)
    more = ["--anyway"] if anyway else []
    ran = CliRunner().invoke(cli, ["overlap", "--learn", "p.jsonl", "--out", "own", *more])
    assert ran.exit_code == 0 and "grades worse than what is shipped" in " ".join(
        ran.stdout.split()
    )
    assert (tmp_path / "own" / "weights.yaml").exists() == anyway
    assert ("not written" in ran.stderr) != anyway


def test_the_package_is_calibrated_and_the_graph_scored_by_it(tmp_path: Path) -> None:
    known = catalogue(
        *(exporting(f"e{n}", METI if n % 2 else MAFF) for n in range(8)), *others(6, MHLW)
    )
    offices = tuple(
        Organisation(id=f"ministry:{name}", name=name, short_names=[], kind="ministry")
        for name in (METI, MAFF, MHLW)
    )
    write_catalogue(replace(known, organisations=offices), tmp_path / "catalogue")
    ids = sorted(m.id for m in known.measures)
    rows = [
        {"a": {"id": a}, "b": {"id": b}, "grade": 2 * (":e" in a and ":e" in b)}
        for a in ids for b in ids if a < b
    ]  # fmt: skip
    pairs = tmp_path / "pairs.jsonl"
    pairs.write_text("".join(json.dumps(row) + "\n" for row in rows), encoding="utf-8")
    ran = shisaku("overlap", "--learn", pairs, "--out", "own", cwd=tmp_path)
    assert ran.returncode == 0, ran.stderr
    for said in ("shipped", "learned", "grade from", "overlap", "cross-validated", "too few pairs"):
        assert said in ran.stdout
    assert "own/weights.yaml: written" in ran.stderr
    told = json.loads(shisaku("overlap", "--learn", pairs, "--json", cwd=tmp_path).stdout)
    assert told[0]["cuts"][1].keys() == {"what", "before", "after"}
    loaded = shisaku("load", "--overlap-weights", "own", "--store", "g.lbug", cwd=tmp_path)
    assert loaded.returncode == 0 and "pairs of measures are scored by its weights" in loaded.stderr
    refused = shisaku("load", "--overlap-weights", "nothing", "--store", "h.lbug", cwd=tmp_path)
    assert refused.returncode == 1 and refused.stderr.count("\n") == 1
