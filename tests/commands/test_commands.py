"""The command line: answers on stdout, everything else on stderr; 0 done, 1 a problem, 2 used
wrongly.
"""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.commands.running import shisaku, shisaku_process
from tests.made_up.booklet import PAGES, TITLE_FIRST, booklet


@pytest.fixture(scope="module")
def work(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with a made-up booklet, its catalogue and its graph."""
    folder = tmp_path_factory.mktemp("work")
    (folder / "booklet.txt").write_text(booklet(*PAGES), encoding="utf-8")
    extracted = shisaku("extract", "booklet.txt", cwd=folder)
    assert (extracted.returncode, extracted.stdout) == (0, ""), extracted.stderr
    loaded = shisaku("load", cwd=folder)
    assert loaded.returncode == 0, loaded.stderr
    assert (
        "Measure" in loaded.stdout
        and "経済産業省" in loaded.stdout
        and "２．人材確保" in loaded.stdout
    )
    return folder


def test_a_catalogue_that_is_the_same_passes_the_check_and_another_does_not(work: Path):
    assert shisaku("extract", "booklet.txt", "--check", cwd=work).returncode == 0
    (work / "fewer.txt").write_text(
        booklet(*PAGES[:2]).replace("２．人材確保\n", ""), encoding="utf-8"
    )
    differs = shisaku("extract", "fewer.txt", "--check", "--lenient", cwd=work)
    assert differs.returncode == 1 and "differs" in differs.stderr.splitlines()[-1]


def test_problems_end_non_zero_and_leave_the_old_catalogue_unless_lenient(work: Path):
    (work / "short.txt").write_text(booklet(TITLE_FIRST, measures=9), encoding="utf-8")
    before = {p.name: p.read_bytes() for p in (work / "catalogue").iterdir()}
    strict = shisaku("extract", "short.txt", cwd=work)
    assert strict.returncode == 1 and "the document states 9" in strict.stderr.splitlines()[-1]
    assert {p.name: p.read_bytes() for p in (work / "catalogue").iterdir()} == before
    lenient = shisaku("extract", "short.txt", "--lenient", "--out", "other", cwd=work)
    assert lenient.returncode == 0 and (work / "other" / "measures.jsonl").exists()


@pytest.mark.parametrize("data", [b"", b"\0\1", b"\xff\xfe", "買い物\n".encode()])
def test_bad_input_is_one_line_without_a_traceback(work: Path, data: bytes):
    (work / "bad.txt").write_bytes(data)
    bad = shisaku("extract", "bad.txt", cwd=work)
    assert (
        bad.returncode == 1
        and len(bad.stderr.splitlines()) == 1
        and bad.stderr.startswith("shisaku: bad.txt")
    )


def test_the_lines_of_a_document_are_printed_as_they_are_counted(work: Path):
    printed = shisaku("text", "booklet.txt", cwd=work)
    assert (printed.returncode, printed.stdout) == (0, booklet(*PAGES))


def test_find_answers_in_any_width_and_as_json(work: Path):
    found = shisaku("find", "離島", "衛星", "--kind", "Measure", "--json", cwd=work)
    assert [hit["name"] for hit in json.loads(found.stdout)] == ["離島衛星講習プロジェクト"]
    assert "日本貿易振興機構" in shisaku("find", "ｊｅｔｒｏ", cwd=work).stdout
    nothing = shisaku("find", "存在しない語", cwd=work)
    assert nothing.returncode == 1 and "nothing bears the words" in nothing.stderr
    near = shisaku("find", "ジエトロ機溝日本貿易振興", cwd=work)
    assert near.returncode == 1 and "did you mean 日本貿易振興機構" in near.stderr


def test_show_gives_every_fact_with_document_and_line(work: Path):
    shown = shisaku("show", "里山発酵設備導入促進事業", cwd=work).stdout
    assert "12.5億円" in shown and "3,000万円" in shown and "03-0000-0001" in shown
    line = booklet(*PAGES).split("\n").index("補助上限額：3,000万円（補助率1/2以内）") + 1
    assert f"package-2025:{line}" in shown
    card = json.loads(shisaku("show", "里山発酵設備導入促進事業", "--json", cwd=work).stdout)
    assert card["appearances"][0]["caps"][0]["yen"] == 30_000_000
    unknown = shisaku("show", "里山発酵", cwd=work)
    assert unknown.returncode == 1 and "did you mean" in unknown.stderr


def test_a_list_that_is_cut_is_told_beside_the_answer(work: Path):
    cut = shisaku("find", "支援", "--limit", "1", cwd=work)
    assert len(cut.stdout.splitlines()) == 1 and cut.stderr.startswith("the first 1 of ")
    assert not shisaku("find", "支援", "--limit", "1000", cwd=work).stderr


def test_path_and_bonus(work: Path):
    path = shisaku("path", "離島衛星講習プロジェクト", "経済産業省", cwd=work)
    assert path.returncode == 0 and "経済産業省" in path.stdout
    same = shisaku("path", "経済産業省", "経産省", cwd=work)
    assert same.returncode == 1 and "are one thing, ministry:経済産業省" in same.stderr
    bonus = json.loads(shisaku("bonus", "--of", "くるみん", "--json", cwd=work).stdout)
    assert bonus["name"] == "くるみん" and bonus["rules"] == []


@pytest.mark.parametrize(
    ("format_", "name"), [("json", "graph.json"), ("graphml", "graph.graphml"), ("csv", "tables")]
)
def test_export_writes_the_whole_graph(work: Path, format_: str, name: str):
    assert shisaku("export", "--format", format_, "--out", name, cwd=work).returncode == 0
    assert (work / name).exists()


def test_used_wrongly_is_two(work: Path):
    for arguments in (
        ["bonus", "--of", "くるみん", "--next"],
        ["bonus", "--top", "3"],
        ["bonus", "--companies", "x.csv"],
        ["bonus", "--capital", "many"],
        ["export", "--format", "word", "--out", "x"],
        ["find"],
        ["find", " "],
        ["unknown"],
        ["extract"],
    ):
        assert shisaku(*arguments, cwd=work).returncode == 2, arguments


@pytest.mark.parametrize(
    "arguments",
    [
        ["extract", "nowhere.txt"],
        ["text", "nowhere.txt"],
        ["load", "--catalogue", "nowhere"],
        ["bonus", "--profile", "nowhere.yaml"],
        ["bonus", "--companies", "nowhere.csv", "--out", "x.csv"],
        ["bonus", "--companies", "booklet.txt", "--out", "x.csv", "--mapping", "nowhere.yaml"],
        ["cypher", "--file", "nowhere.cypher"],
    ],
)
def test_a_file_that_is_not_there_is_used_wrongly(work: Path, arguments: list[str]):
    missing = shisaku(*arguments, cwd=work)
    assert missing.returncode == 2 and "nowhere" in missing.stderr and missing.stdout == ""


def test_a_dashboard_of_no_graph_says_so(work: Path):
    none = shisaku("serve", "--store", "nosuch", cwd=work)
    assert none.returncode == 1 and "nosuch: there is no graph here" in none.stderr


@pytest.mark.processes
@pytest.mark.parametrize(
    ("arguments", "code"),
    [(["find", "衛星"], 0), (["show", "里山発酵"], 1), (["find", " "], 2)],
)
def test_a_process_prints_and_ends_as_it_does_within_a_test(
    work: Path, arguments: list[str], code: int
):
    alone = shisaku_process(*arguments, cwd=work)
    assert alone == shisaku(*arguments, cwd=work) and alone.returncode == code


def test_no_graph_and_no_catalogue_say_what_to_do(tmp_path: Path):
    assert "shisaku load" in shisaku("find", "a", cwd=tmp_path).stderr
    assert "shisaku extract" in shisaku("load", cwd=tmp_path).stderr
    doctor = shisaku("doctor", cwd=tmp_path)
    assert (
        doctor.returncode == 1 and "!!  graph" in doctor.stdout and "!!  catalogue" in doctor.stdout
    )


def test_doctor_is_content_where_all_is_there(work: Path):
    doctor = json.loads(shisaku("doctor", "--json", cwd=work).stdout)
    assert all(finding["ok"] for finding in doctor if finding["needed"])
