"""The command line in Japanese: all that it says, but for names."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest

from commands.group import COMMANDS
from graph.phrases.language import wanted
from loaders.catalogue.files import write_catalogue
from tests.commands.running import shisaku
from tests.made_up.calls import collected, listed, written
from tests.made_up.catalogue import catalogue
from tests.paths import ROOT

QUESTIONS = (
    ("bonus", "--size", "中小企業", "--all"),
    ("bonus", "--size", "中小企業", "--hold", "くるみん", "--next"),
    ("bonus", "--matrix"),
    ("bonus", "--of", "くるみん"),
    ("bonus", "--of", "くるみん", "--all-tiers"),
    ("bonus", "--yen", "--size", "中小企業", "--payroll-rise", "1000万", "--tax", "3000万"),
    ("bonus", "--employees", "5", "--size", "大企業"),
    ("bonus", "--with", "くるみん"),
    ("calls",),
    ("calls", "--open", "--top", "1", "--on", "2031-05-01"),
    ("calls", "--words", "ない公募"),
    ("doctor", "--catalogue", "/nowhere"),
    ("fetch", "rs", "2024"),
    ("find", "人材"),
    ("find", "あいうえおかきくけこ"),
    ("law", "ない法律"),
    ("marks",),
    ("marks", "--list"),
    ("money",),
    ("overlap",),
    ("overlap", "--all"),
    ("overlap", "--communities"),
    ("overlap", "--explain", "--grade", "0"),
    ("overlap", "--matrix"),
    ("overlap", "--theme", "の"),
    ("overlap", "--theme", "人材育成"),
    ("overlap", "--themes"),
    ("overlap", "--top", "3", "--all", "--matrix"),
    ("paid",),
    ("path", "くるみん", "経済産業省"),
    ("programme", "1"),
    ("reviews",),
    ("show", "ない施策"),
    ("text", "/nowhere"),
)
# what is no phrase: ids and places, addresses, what is typed, files, programs with their versions
_NO_WORDS = re.compile(
    r"https?://\S+|\b[a-z]+(?:-[a-z0-9]+)*:[^\s、,，）)」]+|--[a-z-]+|`[^`]*`|'[^']*'|\S*/\S*"
    r"|SHISAKU_\w+|NEO4J_\w+|[a-z]+(?:-[a-z]+)*-20\d\d|rs-20\S+|\S+@\S+|\S+\.(?:yaml|jsonl|md|lbug|zip)"
    r"|^(?:ok|!!|-)  ?.*|[0-9a-f]{12,}|sha256"
)
# what has no other name in Japanese: programs, formats, words of Cypher, and what is typed above
_OTHERS = """
shisaku docs YAML JSON CSV UTF ZIP RS PDF Cypher LadybugDB Neo4j Neo neo bolt Nope txt pdf csv zip
jsonl fetch jgrants package followup slides pillars leaflets
"""
_NAMES = frozenset(_OTHERS.split())
_LATIN = re.compile(r"[A-Za-z]{2,}")


@pytest.fixture(scope="module")
def names(made_up_graph: Path) -> set[str]:
    """The Latin words of what stands in the graph in Japanese."""
    run = shisaku(
        "cypher",
        "MATCH (n) RETURN n.name AS name, n.title AS title",
        "--json",
        "--limit",
        "100000",
        "--store",
        made_up_graph,
    )
    printed = json.dumps(json.loads(run.stdout), ensure_ascii=False)
    vocabulary = [path.read_text() for path in (ROOT / "loaders" / "vocabulary").glob("*.yaml")]
    return set(_LATIN.findall(printed)) | {
        word
        for text in vocabulary
        for word in re.findall(r"(?:[ぁ-ヿ一-龯])([A-Za-z]{2,})|\b([A-Z]{2,})\b", text)
        for word in word
    }


@pytest.mark.parametrize("asked", QUESTIONS, ids=" ".join)
def test_no_english_word_stands_in_an_answer(
    asked: tuple[str, ...], made_up_graph: Path, names: set[str]
) -> None:
    store = () if asked[0] in ("fetch", "text") else ("--store", str(made_up_graph))
    run = shisaku("--lang", "ja", *asked, *store)
    said = [
        line
        for line in (run.stdout + run.stderr).splitlines()
        if not line.startswith("使い方:")  # names the command
    ]
    assert said
    english = {
        word: line
        for line in said
        for word in _LATIN.findall(_NO_WORDS.sub(" ", line))
        if word not in names and word not in {"shisaku", "docs", "RS", "rs", "extract", asked[0]}
    }
    assert english == {}


@pytest.mark.parametrize("command", COMMANDS)
def test_help_is_japanese(command: str) -> None:
    run = shisaku(command, "--help", "--lang", "ja")
    assert run.returncode == 0
    assert run.stdout.startswith("使い方: shisaku.py")
    assert not re.search(r"\b(?<!-)(?:Usage|Options|Show|this|the|of|and|default)\b", run.stdout)
    assert max(map(_columns, run.stdout.splitlines())) <= 80


def _columns(line: str) -> int:
    return sum(1 if ord(character) < 0x3000 else 2 for character in line)


@pytest.mark.parametrize(
    ("typed", "says"),
    [
        (("paid", "--tip"), "エラー: '--tip' というオプションはありません。"),
        (("paid", "--top", "0"), "0 は 1<=x<=1000 の範囲にありません。"),
        (("paid", "--top", "x"), "'x' は数ではありません。"),
        (("show",), "引数がありません："),
        (("shw",), "'shw' というコマンドはありません。"),
        (("paid", "x"), "余分な引数があります（x）"),
        ((), "コマンドを指定してください。"),
        (("paid", "--least", "abc"), "'abc' は金額として読めません（例：1億円）"),
        (("bonus", "--employees", "abc"), "従業員数には数を書きます。'abc' ではありません, 例：80"),
        (("export", "--format", "foo", "x"), "のどれでもありません。"),
        (("calls", "--on", "x"), "'x' は日付として読めません — 例：2025-04-01"),
        (("calls", "--top", "0"), "0 は 1<=x<=10000 の範囲にありません。"),
        (("fetch",), "引数がありません："),
        (("fetch", "rs"), "年度を指定してください（例：shisaku fetch rs 2024）"),
        (("fetch", "rs", "--keyword", "網"), "--keyword は rs では使えません"),
        (("fetch", "jgrants"), "さがす言葉と保存先を指定してください：--keyword"),
        (("fetch", "jgrants", "2024"), "[年度] は jgrants では使えません"),
        (("fetch", "jgrants", "--keyword", "網", "--out", "x"), ".json で終わるファイル名"),
        (("mcp", "--dashboard", "x"), "'x' はアドレスとして読めません"),
        (("serve", "--login", "/"), "'/' はフォルダーです。"),
    ],
)
def test_wrong_use_is_said_in_japanese(typed: tuple[str, ...], says: str) -> None:
    run = shisaku("--lang", "ja", *typed)
    assert run.returncode == 2
    assert says in run.stderr
    assert "Usage" not in run.stderr


def test_a_run_names_paths_in_its_language_whatever_was_spoken_before() -> None:
    for language, says in 2 * (
        ("en", "Path '/nowhere' does not exist."),
        ("ja", "パス '/nowhere' がありません。"),
    ):
        assert says in shisaku("--lang", language, "text", "/nowhere").stderr


def test_an_error_says_what_where_and_what_to_do_in_japanese(tmp_path: Path) -> None:
    run = shisaku("paid", "--store", tmp_path / "none.lbug", "--lang", "ja")
    assert run.returncode == 1
    says = "none.lbug: ここにグラフはありません — `shisaku load` で作ってください"
    assert run.stderr == f"shisaku: {tmp_path}/{says}\n"


def test_a_graph_of_calls_is_told_in_japanese(tmp_path: Path) -> None:
    """From a saved answer to the question: what is read, left out and refused."""
    write_catalogue(catalogue(), tmp_path / "catalogue")
    entries = [
        listed(1, "網の補助金", max_limit=40_000_000),
        listed(2, "船の補助金", start="2031-05-15T00:30Z"),
        listed(3, "港の補助金（実績報告）"),
    ]
    answer = written(tmp_path / "list.json", collected(entries))
    out, store = tmp_path / "catalogue", tmp_path / "graph.lbug"
    read = shisaku("--lang", "ja", "extract", answer, "--out", out)
    assert read.returncode == 0, read.stderr
    assert "除いたもの：申請後の手続の様式1件（S-90000003）。公募ではありません" in read.stderr
    assert "公募：読んだ一覧の3項目は、公募2件と、除いた1件。" in read.stderr
    assert shisaku("load", "--catalogue", out, "--store", store).returncode == 0
    told = shisaku("--lang", "ja", "calls", "--on", "2031-05-01", "--store", store).stdout
    assert told.splitlines()[0] == "公募2件、うち2031-05-01に受付中1件"
    assert re.search(
        r"受付中（2031-06-30 24:00まで） *4,000万円 *全国 *S-90000001 *網の補助金", told
    )
    assert "受付前（2031-05-15 09:30から）" in told
    assert "出典：jGrants（デジタル庁）。所管府省庁の記載はありません；2031-05-01に保存" in told
    wrong = written(tmp_path / "wrong.json", collected([listed(4, "網", start="x")]))
    refused = shisaku("--lang", "ja", "extract", wrong, "--out", out)
    assert refused.returncode == 1
    assert "S-90000004：受付開始：'x' は UTC の日時として読めません" in refused.stderr


def test_json_is_the_same(made_up_graph: Path) -> None:
    for asked in (("overlap", "--themes"), ("bonus", "--size", "中小企業"), ("money",)):
        english, japanese = (
            shisaku("--lang", language, *asked, "--json", "--store", made_up_graph).stdout
            for language in ("en", "ja")
        )
        assert json.loads(english) == json.loads(japanese)


def test_the_language_is_asked_for_before_and_after_the_command(made_up_graph: Path) -> None:
    before = shisaku("--lang", "ja", "paid", "--store", made_up_graph)
    after = shisaku("paid", "--store", made_up_graph, "--lang", "ja")
    assert before == after
    assert shisaku("paid", "--store", made_up_graph) != before


def test_what_is_typed_goes_before_the_variable_and_that_before_the_locale() -> None:
    assert wanted([], {}) == "en"
    assert wanted([], {"LANG": "ja_JP.UTF-8"}) == "ja"
    assert wanted([], {"LC_ALL": "C", "LANG": "ja_JP.UTF-8"}) == "en"
    assert wanted([], {"SHISAKU_LANG": "en", "LANG": "ja_JP.UTF-8"}) == "en"
    assert wanted(["paid", "--lang=ja"], {"SHISAKU_LANG": "en"}) == "ja"
    assert wanted(["--lang", "ja", "paid", "--lang", "en"], {}) == "en"


def test_another_language_is_refused() -> None:
    run = shisaku("--lang", "fr", "paid")
    assert run.returncode == 2
    assert "'fr' is not one of 'ja', 'en'" in run.stderr


def test_a_language_that_is_not_spoken_is_noted(made_up_graph: Path) -> None:
    """In one line on stderr, which names the two; `--lang` leaves the variable aside."""
    asked = ("paid", "--store", str(made_up_graph))
    run = shisaku(*asked, environ={"SHISAKU_LANG": "fr"})
    says = "SHISAKU_LANG: 'fr' is not spoken, but ja (日本語) and en (English)"
    assert run.stderr.splitlines() == [says]
    assert run.stdout == shisaku(*asked).stdout
    assert shisaku(*asked, "--lang", "ja", environ={"SHISAKU_LANG": "fr"}).stderr == ""
    assert shisaku(*asked, environ={"SHISAKU_LANG": "ja_JP"}).stdout.startswith("支出先")


@pytest.mark.parametrize("shown", ["--top", "--matrix", "--communities"])
def test_a_file_that_is_written_is_told_in_japanese(
    shown: str, graph_of_overlaps: Path, tmp_path: Path
) -> None:
    out = tmp_path / "pairs.csv"
    more = ("1",) if shown == "--top" else ()
    run = shisaku(
        *("--lang", "ja", "overlap", shown, *more, "--out", out, "--store", graph_of_overlaps)
    )
    assert run.returncode == 0
    assert "書き出しました" in run.stderr
    assert not _LATIN.search(run.stderr.replace(str(out), "").replace("--all", ""))


WRONG = (
    ("cypher", "MATCH (n RETURN n"),
    ("cypher", "MATCH (n:Nope) RETURN n"),
    ("cypher", "RETURN 1/0 AS a"),
    ("bonus", "--companies", "{tmp}/cp932.csv", "--out", "{tmp}/out.csv"),
    ("bonus", "--profile", "{tmp}/broken.yaml"),
    ("bonus", "--unlock", "ない補助金"),
    ("bonus", "--for", "ない補助金"),
    ("diff", "2001", "2002"),
    ("export", "--format", "csv", "--out", "/proc/none/x"),
    ("load", "--catalogue", "{tmp}"),
    ("load", "--overlap-weights", "{tmp}/broken.yaml"),
    ("marks", "--import", "{tmp}/broken.yaml"),
    ("marks", "--import", "{tmp}/cp932.csv"),
    ("overlap", "--learn", "{tmp}/none.jsonl"),
    ("overlap", "--out", "/proc/none/x.csv"),
    ("overlap", "--theme", ""),
    ("paid", "--store", "{tmp}/broken.yaml"),
    ("paid", "--store", "bolt://127.0.0.1:1"),
    ("extract", "{tmp}/broken.json", "--out", "{tmp}/catalogue"),
    ("extract", "{tmp}", "--out", "{tmp}/catalogue"),
    ("fetch", "rs", "1999", "--from", "{tmp}"),
    ("text", "{tmp}"),
    ("text", "{tmp}/cp932.csv"),
)


@pytest.mark.parametrize("asked", WRONG, ids=" ".join)
def test_no_english_word_stands_in_what_is_wrong(
    asked: tuple[str, ...], graph_of_overlaps: Path, names: set[str], tmp_path: Path
) -> None:
    (tmp_path / "cp932.csv").write_bytes('名,規模\n"山'.encode("cp932"))
    (tmp_path / "broken.yaml").write_text("a: {b: [c}\n", encoding="utf-8")
    (tmp_path / "broken.json").write_text('{"result": [', encoding="utf-8")
    typed = [word.replace("{tmp}", str(tmp_path)) for word in asked]
    asks_graph = asked[0] not in ("extract", "fetch", "text") and "--store" not in asked
    store = ("--store", str(graph_of_overlaps)) if asks_graph else ()
    run = shisaku("--lang", "ja", *typed, *store)
    assert run.returncode != 0
    said = [line for line in run.stderr.splitlines() if not line.startswith("使い方:")]
    left = {
        word: line
        for line in said
        for word in _LATIN.findall(_NO_WORDS.sub(" ", line))
        if word not in names | _NAMES and word != asked[0]
    }
    assert left == {}
