"""`shisaku overlap`: pairs, matrix and communities as text, JSON, CSV and workbooks; what cannot be
asked is said in one line.
"""

from __future__ import annotations

import csv
import json
import re
from pathlib import Path

import pytest
from click.testing import CliRunner, Result
from openpyxl import load_workbook

from graph.errors import NotFound
from graph.opening import open_store
from loaders.load import load
from shisaku import cli
from tests.commands.running import shisaku
from tests.made_up import catalogue as made_up
from tests.made_up import overlaps as made_up_overlaps
from tests.made_up.overlaps import FAIR, LEASE


@pytest.fixture
def ask(graph_of_overlaps: Path):
    def answered(*arguments: str) -> Result:
        return CliRunner().invoke(cli, ["overlap", *arguments, "--store", str(graph_of_overlaps)])

    return answered


def test_pairs_come_ranked_with_both_sides_and_their_lines(ask) -> None:
    lines = ask("--top", "1").stdout.splitlines()
    assert lines[0] == "  1. 0.90  grade 3 duplication"
    assert [line.split() for line in lines[1:3]] == [
        ["経済産業省", "海外販路開拓支援", "booklet-2025:100–149"],
        ["農林水産省", "=食品輸出見本市", "booklet-2025:400–430"],
    ]
    assert lines[3].strip() == "both: 輸出・海外販路の開拓、展示会・商談会への出展、輸出"


def test_explained_a_pair_says_what_is_shared_what_differs_and_the_money(ask) -> None:
    text = ask("--measure", FAIR, "--measure", made_up.SALES, "--explain").stdout
    told = [" ".join(line.split()) for line in text.splitlines()]
    [shared, own] = (
        [line for line in told if line.startswith(start)]
        for start in ("terms both 輸出", "terms second only 見本市")
    )
    assert re.fullmatch(
        r"terms both 輸出 booklet-2025:\d+ \| booklet-2025:\d+", shared[0]
    ) and re.fullmatch(r"terms second only 見本市 booklet-2025:\d+", own[0])
    assert (
        "money together 3億円 and a part of 263億円 (initial FY 2025), 12億円 (supplementary FY"
        " 2024)" in told
    )
    assert (
        sum(line.endswith("である。") for line in told)
        == sum(line.endswith("with a score of 0.90.") for line in told)
        == 1
    )


def test_all_as_json_is_a_list_of_scored_pairs_of_both_modes(ask) -> None:
    rows = json.loads(ask("--all", "--json").stdout)
    assert len(rows) == 8 and rows[0] == {"a": made_up.SALES, "b": FAIR, "score": 0.9, "grade": 3}
    assert {row["grade"] for row in rows} == {0, 1, 2, 3}


def test_all_as_json_has_the_pairs_with_any_programme_unless_the_scope_is_company(
    graph_of_programme_pairs: Path,
) -> None:
    def with_programmes(*options: str) -> list[tuple[str, str]]:
        arguments = ["overlap", "--all", "--json", *options, "--store"]
        rows = json.loads(
            CliRunner().invoke(cli, [*arguments, str(graph_of_programme_pairs)]).stdout
        )
        assert any(row["b"].startswith("measure:") for row in rows)
        return [(row["a"], row["b"]) for row in rows if row["b"].startswith("programme:")]

    every, company = with_programmes(), with_programmes("--scope", "company")
    assert every == with_programmes("--scope", "all") and set(company) < set(every)
    assert ("programme:12", "programme:30") in every
    assert not [pair for pair in company if "programme:30" in pair]


def test_scope_goes_with_all_but_explained_pairs(ask) -> None:
    assert ask("--all", "--json", "--scope", "all").exit_code == 0
    assert ask("--scope", "all").exit_code == 0
    refused = ask("--scope", "company", "--explain")
    assert refused.exit_code == 2 and "--scope does not go with --explain" in refused.output


def test_all_says_the_same_pairs_in_words_and_as_json_and_counts_them_in_the_matrix(
    graph_of_programme_pairs: Path,
) -> None:
    def said(*options: str) -> str:
        arguments = ["overlap", *options, "--store", str(graph_of_programme_pairs)]
        return CliRunner().invoke(cli, arguments).stdout

    pairs = {(row["a"], row["b"]) for row in json.loads(said("--all", "--json"))}
    told = re.findall(r"(?:measure|programme):\w+", said("--all"))
    assert {tuple(told[at : at + 2]) for at in range(0, len(told), 2)} == pairs
    assert any(b.startswith("programme:") for _, b in pairs)
    counts = [
        sum(cell["count"] for cell in json.loads(said("--matrix", "--json", *scope))["cells"])
        for scope in ([], ["--scope", "company"], ["--scope", "all"])
    ]
    assert counts == sorted(counts) and counts[0] < counts[1]
    groups = json.loads(said("--communities", "--json", "--scope", "all"))["communities"]
    members = {member["id"] for group in groups for member in group["members"]}
    assert any(each.startswith("programme:") for each in members)


def test_pairs_are_sorted_by_score_money_or_execution(ask) -> None:
    by_score, by_money = (
        [
            (pair["a"], pair["b"])
            for pair in json.loads(ask("--scope", "all", "--json", *more).stdout)
        ]
        for more in ((), ("--sort", "money"))
    )
    assert sorted(by_score) == sorted(by_money) and by_score != by_money
    money = [
        pair["yen"]
        for pair in json.loads(ask("--scope", "all", "--sort", "money", "--json").stdout)
    ]
    known = [yen for yen in money if yen is not None]
    assert known == sorted(known, reverse=True) and money[: len(known)] == known
    assert ask("--sort", "execution", "--top", "1").exit_code == 0
    assert "--sort is of lists" in ask("--sort", "money", "--matrix").output


def test_sorted_by_money_or_execution_the_figures_are_told_with_their_years(ask) -> None:
    told = json.loads(ask("--sort", "money", "--json").stdout)
    (first, *_) = told
    assert first["yen"] == max(pair["yen"] or 0 for pair in told) and first["aspects"]
    assert len({side["year"] for side in first["sides"] if side["yen"] is not None}) == 1
    side = next(
        side for pair in told for side in pair["sides"] if side["yen"] is not None and side["year"]
    )
    assert {"execution", "execution_year"} <= side.keys()
    sums = [
        line for line in ask("--sort", "money").stdout.splitlines() if f"({side['year']})" in line
    ]
    assert sums and "円" in sums[0]
    by_score = ask().stdout
    assert f"({side['year']})" not in by_score


def test_two_things_give_their_card(ask) -> None:
    text = ask(made_up.SALES, FAIR).stdout
    assert text.splitlines()[0] == "0.90  grade 3 duplication"
    for title in (
        "Why",
        "What they say of each other",
        "Terms",
        "Money by fiscal year",
        "Whom to ask",
    ):
        assert title in text.splitlines()
    card = json.loads(ask(FAIR, made_up.SALES, "--json").stdout)
    assert card["a"]["id"] == made_up.SALES and card["score"] == 0.9
    assert {"signals", "said", "recipients", "laws", "plans", "money", "words"} <= card.keys()
    assert card["a"]["japanese"].endswith("。") and card["a"]["terms"][0]["sources"]


def test_one_thing_gives_its_pairs(ask) -> None:
    pairs = json.loads(ask(FAIR, "--json").stdout)
    assert {pair["a"] for pair in pairs} == {FAIR} and all(pair["grade"] for pair in pairs)
    assert [pair["score"] for pair in pairs] == sorted((p["score"] for p in pairs), reverse=True)
    every = json.loads(ask(FAIR, "--json", "--all").stdout)
    assert len(every) >= len(pairs)
    assert ask(FAIR, "--top", "1").stdout.startswith("  1. 0.90  grade 3 duplication")
    none = ask(FAIR, "--score", "1")
    assert isinstance(none.exception, NotFound) and "lower --grade" in str(none.exception)


def test_the_card_of_what_is_no_pair_is_refused_in_a_line(ask) -> None:
    for things, told in (
        ((FAIR, FAIR, FAIR), "name one thing for its pairs or two"),
        ((FAIR, "--matrix"), "the pairs of one thing take"),
        ((FAIR, "  "), "a name is empty"),
        ((FAIR, made_up.SALES, "--matrix"), "takes no other option"),
        ((FAIR, made_up.SALES, "--status", "確認済"), "--status: the card of two things takes"),
        ((FAIR, made_up.SALES, "--grade", "0"), "--grade: the card of two things takes"),
        ((FAIR, made_up.SALES, "--score", "0"), "--score: the card of two things takes"),
        ((FAIR, "--status", "未確認"), "--status: the pairs of one thing take"),
        ((FAIR, "--format", "csv"), "--format: the pairs of one thing take"),
    ):
        refused = ask(*things)
        assert refused.exit_code == 2 and told in refused.output
    unknown = ask(FAIR, "programme:999")
    assert isinstance(unknown.exception, NotFound) and unknown.stdout == ""
    assert "no measure and no budget programme" in str(unknown.exception)


def test_json_of_pairs_has_their_facts_with_documents_and_lines(ask) -> None:
    (card,) = json.loads(ask("--top", "1", "--json").stdout)
    assert card["a"]["facts"]["terms"][0]["sources"][0]["document"] == made_up.DOCUMENT
    assert card["aspects"][0] == {
        "kind": "problems",
        "shared": ["輸出・海外販路の開拓"],
        "only_a": [],
        "only_b": [],
    }


def test_within_a_ministry_its_agency_and_body_are_named(ask) -> None:
    lines = ask("--within").stdout.splitlines()
    assert (
        lines[0].endswith("within 経済産業省")
        and lines[1].split()[0] == "中小企業庁"
        and lines[2].split()[0] == "日本貿易振興機構"
    )


def test_the_matrix_and_the_communities(ask) -> None:
    matrix = ask("--matrix").stdout.splitlines()
    assert matrix[1].split()[:3] == ["経済産業省", "農林水産省", "3"]
    text = ask("--communities").stdout
    assert (
        "1. 3 measures, 3 pairs, sum of scores 2.1" in text
        and "Measures that hold communities together" in text
        and "Bodies that work for several ministries" in text
    )
    assert set(json.loads(ask("--communities", "--json").stdout)) == {
        "communities",
        "bridges",
        "pairs",
        "bodies",
    }


def test_a_workbook_has_a_sheet_for_each_picture(ask, tmp_path: Path) -> None:
    out = tmp_path / "overlap.xlsx"
    answer = ask("--out", str(out))
    assert answer.exit_code == 0 and answer.stdout == "" and "written" in answer.stderr
    book = load_workbook(out)
    assert book["communities"].max_row - 4 == len(
        json.loads(ask("--communities", "--json").stdout)["communities"]
    )
    assert book.sheetnames == [
        "overlap",
        "pairs",
        "matrix",
        "cells",
        "communities",
        "members",
    ]
    assert book.worksheets[1].max_row == 4 + 6
    for sheet in book.worksheets[1:]:
        told = list(sheet.iter_rows(max_row=2, max_col=2, values_only=True))
        assert told[0][0] == "this sheet" and "measures" in told[0][1]
        assert told[1] == ("pairs", 6)
    first = list(book.worksheets[0].iter_rows(values_only=True))
    head = next(at for at, row in enumerate(first) if row[0] == "rank")
    assert len(first) - head - 1 == 6 and len(first[head]) <= 15
    assert ("pairs", 6) in [row[:2] for row in first[:head]]
    assert book.worksheets[0].freeze_panes == f"A{head + 2}"


def test_a_workbook_of_a_japanese_session_is_japanese(ask, tmp_path: Path) -> None:
    out = tmp_path / "overlap.xlsx"
    assert ask("--lang", "ja", "--out", str(out)).exit_code == 0
    book = load_workbook(out)
    assert book.sheetnames[:2] == ["重なりの一覧", "施策の組の詳細"]
    heads = [cell.value for cell in book.worksheets[1][4]]
    assert heads[:4] == ["順位", "得点", "段階", "段階名"]
    assert not [head for head in heads if re.search("[a-z]{2}", head)]


def test_a_workbook_with_programmes_says_which_sheets_are_of_measures_alone(
    graph_of_programme_pairs: Path, tmp_path: Path
) -> None:
    out = tmp_path / "overlap.xlsx"
    asked = ["overlap", "--scope", "company", "--top", "3", "--out", str(out), "--store"]
    assert CliRunner().invoke(cli, [*asked, str(graph_of_programme_pairs)]).exit_code == 0
    book = load_workbook(out)
    above = {
        sheet.title: dict(sheet.iter_rows(max_row=2, max_col=2, values_only=True))
        for sheet in book.worksheets[1:]
    }
    counts = [told["pairs"] for told in above.values()]
    assert counts[0] == book.worksheets[1].max_row - 4 < counts[1] == counts[-1] == 6
    assert all("without programmes" in told["this sheet"] for told in [*above.values()][1:])


@pytest.mark.parametrize(
    ("option", "rows"), [((), 6), (("--top", "2"), 2), (("--matrix",), 3), (("--communities",), 2)]
)
def test_csv_holds_the_sheet_that_is_asked_for(
    ask, tmp_path: Path, option: tuple[str, ...], rows: int
) -> None:
    out = tmp_path / "overlap.txt"
    assert ask(*option, "--format", "csv", "--out", str(out)).exit_code == 0
    assert out.read_bytes().startswith(b"\xef\xbb\xbf")
    assert len(list(csv.reader(out.open(encoding="utf-8-sig", newline="")))) == 1 + rows


def test_where_nothing_answers_no_file_is_written_and_an_earlier_one_stays(
    ask, tmp_path: Path
) -> None:
    out = tmp_path / "overlap.csv"
    out.write_text("earlier", encoding="utf-8")
    for shown in ((), ("--matrix",), ("--communities",), ("--format", "xlsx")):
        answer = ask("--ministry", "内閣府", *shown, "--out", str(out))
        assert (
            isinstance(answer.exception, NotFound) and out.read_text(encoding="utf-8") == "earlier"
        )
    assert (
        "there is no such folder" in str(ask("--out", str(tmp_path / "new" / "x.csv")).exception)
        and not (tmp_path / "new").exists()
    )
    (tmp_path / "a file").write_text("", encoding="utf-8")
    assert "cannot be written" in str(ask("--out", str(tmp_path / "a file" / "x.csv")).exception)


@pytest.mark.parametrize(
    ("arguments", "says"),
    [
        (("--grade", "4"), "4 is not in the range 0<=x<=3"),
        (("--score", "2"), "2.0 is not in the range 0<=x<=1"),
        (("--top", "0"), "0 is not in the range x>=1"),
        (
            ("--ministry", "経産省", "--ministry", "農水省", "--ministry", "厚労省"),
            "--ministry can be given once or twice",
        ),
        (("--ministry", ""), "a name is empty"),
        (("--matrix", "--communities"), "ask one"),
        (("--top", "3", "--all"), "say one"),
        (("--matrix", "--explain"), "are of pairs"),
        (("--format", "csv"), "name it with --out"),
        (("--out", "x.pdf"), "ends in .csv or .xlsx"),
    ],
)
def test_used_wrongly_it_says_how_and_ends_with_2(
    ask, arguments: tuple[str, ...], says: str
) -> None:
    answer = ask(*arguments)
    assert answer.exit_code == 2 and says in answer.stderr


@pytest.mark.parametrize(
    ("arguments", "says"),
    [
        (("--ministry", "農林水省"), "did you mean 農林水産省?"),
        (("--ministry", "警察庁"), "no measure is run by 警察庁"),
        (("--ministry", "内閣府"), "the best has grade 0 (none)"),
        (("--measure", "くるみん認定制度"), "gives no key terms"),
    ],
)
def test_what_nothing_answers_is_one_line_and_ends_with_1(
    graph_of_overlaps: Path, arguments: tuple[str, ...], says: str
) -> None:
    ran = shisaku("overlap", *arguments, "--store", str(graph_of_overlaps))
    assert (
        ran.returncode == 1
        and ran.stdout == ""
        and len(ran.stderr.splitlines()) == 1
        and says in ran.stderr
    )


def test_history_is_left_out_counted_and_shown_on_request(tmp_path: Path) -> None:
    path = tmp_path / "graph.lbug"
    with open_store(path) as store:
        load(made_up_overlaps.over_years(), store)

    def asked(*arguments: str) -> tuple[list[dict], str]:
        done = CliRunner().invoke(cli, ["overlap", "--json", *arguments, "--store", str(path)])
        return json.loads(done.stdout), done.stderr

    (current, counted), (every, none) = asked(), asked("--history")
    assert LEASE not in json.dumps(current) and LEASE in json.dumps(every)
    apart = len(every) - len(current)
    assert f"{apart} pairs of a measure that no document of the last 2 years tells" in counted
    assert "--history" in counted and "left out" not in none
