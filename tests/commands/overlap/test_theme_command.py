"""`shisaku overlap --theme`: the answer on a theme as text, JSON, CSV and a workbook."""

from __future__ import annotations

import csv
import json
from dataclasses import replace
from pathlib import Path

import pytest
from click.testing import CliRunner, Result
from openpyxl import load_workbook

from commands.overlap.theme_printing import _rate, _untold
from graph.errors import NotFound
from graph.opening import open_store
from loaders.load import load
from queries.themes.money import ProgrammeMoney
from shisaku import cli
from tests.made_up import themes as made

OKU = made.OKU


@pytest.fixture(scope="module")
def graph(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("themes") / "graph.lbug"
    with open_store(path) as store:
        load(made.catalogue(), store)
    return path


@pytest.fixture
def ask(graph: Path):
    def answered(*arguments: str) -> Result:
        return CliRunner().invoke(cli, ["overlap", *arguments, "--store", str(graph)])

    return answered


def test_the_answer_begins_with_a_sentence_and_the_ministries(ask) -> None:
    lines = ask("--theme", "ガラス").stdout.splitlines()
    assert lines[0] == "ガラス: 1 programme and 0 measures of 1 ministry"
    assert "could spend 5億円 and executed 80.0%" in lines[1]
    assert lines[2].startswith("  besides, 1 programme and 0 measures mention it again and again")
    assert lines[2].endswith("2億円 as a whole")
    assert [line.split()[0] for line in lines[4:6]] == ["経済産業省", "農林水産省"]
    assert lines[5].split()[1:] == ["0", "0", "0", *"-----", "1:", "2億円"]


def test_the_core_is_listed_before_what_mentions_it(ask) -> None:
    lines = ask("--theme", "ガラス").stdout.splitlines()
    head = lines.index("1 programme, then 1 that mention it:")
    assert "programme:61" in lines[head + 1] and "programme:62" in lines[head + 2]


def test_programmes_of_which_no_execution_is_told_are_counted(ask) -> None:
    text = ask("--theme", "輸出").stdout
    assert "of 1 programme with money of the year no execution is told" in text
    assert "of 1 programme" not in ask("--theme", "ガラス").stdout
    none_told = ask("--theme", "工芸").stdout
    assert "could spend 1億円; what they executed is not told" in none_told
    assert "no execution is told" not in none_told
    money = ProgrammeMoney(3, 3, 0, 0, 0, 9, None, 2, 0)
    assert next(iter(_untold(money))).startswith("2 programmes executed what stood")
    assert _rate(money) == "–" and _rate(replace(money, executed=None)) == "?"


def test_every_member_says_why_and_the_rest_is_counted(ask) -> None:
    text = ask("--theme", "輸出", "--top", "1").stdout
    assert "programme:61   name 輸出, problem 輸出・海外販路の開拓, said again 輸出" in text
    assert "  1 more (--top, or --json)" in text
    assert "which pay for 1 of them" in text
    assert "4億円  硝子工房株式会社   2 programmes of" in text


def test_json_has_all_of_it(ask) -> None:
    told = json.loads(ask("--theme", "輸出", "--json").stdout)
    assert told["total"]["money"]["available"] == 6 * OKU
    assert {"programme:61", "programme:64"} <= {member["id"] for member in told["members"]}
    assert told["touched"] == ["programme:63"]


def test_ministries_scope_and_year_confine_it(ask) -> None:
    told = json.loads(ask("--theme", "輸出", "--scope", "company", "--json").stdout)
    assert told["total"]["money"]["programmes"] == 1
    of_maff = ask("--theme", "ガラス", "--ministry", "農水省", "--year", "2030").stdout
    assert of_maff.startswith("ガラス: 0 programmes and 0 measures of 0 ministries")
    assert "besides, 1 programme and 0 measures mention it" in of_maff


def test_files_hold_the_members_or_all_of_it(ask, tmp_path: Path) -> None:
    table, book = tmp_path / "theme.csv", tmp_path / "theme.xlsx"
    assert "written (2 members)" in ask("--theme", "ガラス", "--out", str(table)).stderr
    rows = list(csv.DictReader(table.open(encoding="utf-8-sig")))
    assert [row["ID"] for row in rows] == ["programme:61", "programme:62"]
    assert ask("--theme", "ガラス", "--out", str(book)).exit_code == 0
    sheets = load_workbook(book)
    assert len(sheets.sheetnames) == 5 and sheets.worksheets[0]["B2"].value == "ガラス"


def test_the_themes_that_have_a_name_are_listed(ask) -> None:
    lines = ask("--themes").stdout.splitlines()
    head = ["theme", "programmes", "measures", "mention", "it", "is", "a", "English"]
    assert lines[0].split() == head
    assert any(line.startswith("輸出 ") and line.endswith("exports") for line in lines)
    assert json.loads(ask("--themes", "--json").stdout)[0]["name"] == "輸出"


@pytest.mark.parametrize(
    ("arguments", "says"),
    [
        (("--theme",), "'--store' is no theme: say which"),
        (("--theme", " "), "--theme is empty: say which, e.g. --theme 人材育成"),
        (("--theme", "輸出", "--themes"), "two questions"),
        (("--theme", "輸出", "--matrix", "--grade", "2"), "--grade, --matrix: not of --theme"),
        (("--theme", "輸出", "--grade", "0"), "--grade: not of --theme"),
        (("--theme", "輸出", "--score", "0"), "--score: not of --theme"),
        (("--theme", "輸出", "--status", "確認済"), "--status: not of --theme"),
        (("measure:1", "--theme", "輸出"), "THINGS: not of --theme"),
        (("--themes", "--scope", "all"), "--themes takes --json alone"),
        (("--theme", "輸出", "--ministry", ""), "a name is empty"),
        (("--theme", "輸出", *("--ministry", "経産省") * 3), "once or twice"),
        (("--theme", "輸出", "--out", "theme.txt"), "ends in .csv or .xlsx"),
        (("--year", "2030"), "--year is of --theme"),
    ],
)
def test_what_is_used_wrongly_is_one_line(ask, arguments: tuple[str, ...], says: str) -> None:
    refused = ask(*arguments)
    assert refused.exit_code == 2
    assert says in refused.stderr.splitlines()[-1]


def test_a_theme_that_nothing_answers_to_names_near_ones(ask) -> None:
    refused = ask("--theme", "輸出促進策")
    assert refused.exit_code == 1 and isinstance(refused.exception, NotFound)
    assert "did you mean 輸出" in str(refused.exception)
    far = str(ask("--theme", "abc").exception)
    assert "did you mean" not in far and "`shisaku overlap --themes` lists" in far


def test_a_single_kana_is_refused_in_one_line(ask) -> None:
    refused = str(ask("--theme", "の").exception)
    assert refused == "'の' is a single kana, no theme — say a word, e.g. 人材育成"
