"""The questions as tools for assistants, asked with the client of the protocol's own package."""

from __future__ import annotations

import asyncio
import json
import re
import sys
from collections.abc import Coroutine, Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from pathlib import Path
from typing import Any, TypeVar

import pytest
from click.testing import CliRunner
from mcp import Client, StdioServerParameters
from mcp_types import CallToolResult, ListToolsResult

from commands.assistants.answers import LARGEST, Addresses, paged, small, text
from commands.assistants.server import TITLES, server
from graph.errors import NotFound
from graph.opening import open_store
from graph.phrases.language import speak
from graph.store import Store
from loaders.calls.added import with_calls
from loaders.calls.saved import saved_answers
from loaders.load import load
from queries.sources import Source
from shisaku import cli
from tests.made_up import compared, names, themes, years
from tests.made_up.calls import collected, listed, written
from tests.made_up.catalogue import catalogue
from tests.paths import ROOT

Answer = TypeVar("Answer")
PAGE = ROOT / "docs" / "assistants.md"
TITLE = next(m.title for m in catalogue().measures if m.id == names.EQUIPMENT)
# tool → what it is asked, and what the answer tells
ASKED: list[tuple[str, dict[str, Any], str]] = [
    ("find", {"words": "くるみん"}, "certification:くるみん"),
    ("find", {"words": "網の", "kind": "Call"}, "call:S-90000001"),
    ("measure", {"measure": TITLE}, "S-90000002"),
    ("programme", {"programme": "61"}, '"number":61'),
    ("bonuses", {"size": "中小企業", "holds": ["くるみん"], "employees": 80}, '"unlocked"'),
    ("next_certification", {"size": "中小企業"}, '"certification":"'),
    ("points_for", {"programme": TITLE}, '"benefit":"'),
    ("overlap", {"grade": 1}, '"says":"'),
    ("overlap", {"theme": "輸出", "grade": 1}, '"grade":2'),
    ("theme", {"theme": "輸出"}, "programme:61"),
    ("money", {}, '"executed"'),
    ("calls", {"on": "2031-05-01"}, '"closes":"2031-06-30 24:00"'),
    ("calls", {"measure": names.EQUIPMENT, "on": "R13.5.1"}, '"total":1'),
]


@pytest.fixture(scope="module")
def store(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Store]:
    """Measures, budget programmes and calls that are made up."""
    folder = tmp_path_factory.mktemp("assistants")
    entries = [listed(1, "網の補助金"), listed(2, TITLE)]
    answers, _, _ = saved_answers([written(folder / "calls.json", collected(entries))])
    with open_store(folder / "graph.lbug") as opened:
        load(with_calls(themes.catalogue(), answers).catalogue, opened)
        yield opened


def _run(asked: Coroutine[Any, Any, Answer]) -> Answer:
    """What it gives, in a thread of its own: a browser of other tests may keep this one's loop."""
    with ThreadPoolExecutor(1) as thread:
        return thread.submit(asyncio.run, asked).result()


def ask(store: Store, tool: str, **arguments: Any) -> CallToolResult:
    async def asked() -> CallToolResult:
        async with Client(server(store, Addresses("https://our.example"))) as client:
            return await client.call_tool(tool, arguments)

    return _run(asked())


def said(answer: CallToolResult) -> str:
    (content,) = answer.content
    assert content.type == "text"
    return content.text


def tools(store: Store) -> ListToolsResult:
    async def listed_() -> ListToolsResult:
        async with Client(server(store)) as client:
            return await client.list_tools()

    return _run(listed_())


@pytest.mark.parametrize(("tool", "arguments", "tells"), ASKED)
def test_every_tool_answers_within_its_bounds(
    store: Store, tool: str, arguments: dict[str, Any], tells: str
) -> None:
    answer = ask(store, tool, **arguments)
    assert not answer.is_error, said(answer)
    assert tells in said(answer) and len(said(answer)) <= LARGEST
    told = json.loads(said(answer))
    assert told["page"] == 1 and told["pages"] >= 1 and told["total"] >= 1


def test_a_law_and_what_changed_are_told_with_their_places(tmp_path: Path) -> None:
    with open_store(tmp_path / "law.lbug") as opened:
        load(compared.catalogue(), opened)
        told = json.loads(said(ask(opened, "law", law="養蜂振興法")))
    assert told["total"] >= 1 and told["items"][0]["sources"] and told["ministries"]
    with open_store(tmp_path / "years.lbug") as opened:
        load(years.catalogue(), opened)
        before, after = (each.id for each in years.catalogue().documents[:2])
        told = json.loads(said(ask(opened, "changes", before=before, after=after)))
    assert told["total"] == sum(told["counts"].values()) and told["items"][0]["kind"]


def test_the_tools_are_read_only_typed_and_told_in_both_languages(store: Store) -> None:
    found = tools(store).tools
    assert [tool.name for tool in found] == list(TITLES)
    for tool in found:
        assert tool.annotations and tool.annotations.read_only_hint
        assert not tool.annotations.destructive_hint and not tool.annotations.open_world_hint
        japanese, english = (tool.description or "").split("\n", 1)
        assert (re.search("[ぁ-ん]", japanese) and english.isascii()) or "…" in english
        for name, argument in tool.input_schema["properties"].items():
            described = argument.get("description", "")
            assert " / " in described and re.search("[ぁ-んァ-ヶ一-龥]", described), (tool, name)


def test_answers_name_places_and_addresses_of_the_dashboard(store: Store) -> None:
    told = json.loads(said(ask(store, "measure", measure=names.EQUIPMENT)))
    assert (
        told["address"] == f"https://our.example/measure?id={names.EQUIPMENT.replace(':', '%3A')}"
    )
    places = re.findall(rf'"{names.DOCUMENT}:\d+"', json.dumps(told))
    assert places and told["calls"][0]["title"] == TITLE


def test_pages_follow_each_other_and_one_that_is_not_there_is_refused(store: Store) -> None:
    first, second = (
        json.loads(said(ask(store, "bonuses", size="中小企業", page=1))),
        ask(store, "bonuses", size="中小企業", page=99),
    )
    assert first["total"] == sum(first["counts"].values())
    assert second.is_error and "there is no page 99 — ask for page 1 to 1" in said(second)


@pytest.mark.parametrize(
    ("tool", "arguments", "what"),
    [
        ("measure", {"measure": "昼寝の施策"}, "nothing answers to '昼寝の施策'"),
        ("calls", {"on": "someday"}, "'someday' is no day"),
        ("bonuses", {"size": "とても小さい"}, "とても小さい"),
        ("bonuses", {"holds": [" "]}, "a name is empty — leave it out"),
        ("find", {"words": ""}, "at least 1 character"),
        ("find", {}, "Field required"),
        ("find", {"words": "網", "kind": "Everything"}, "Input should be 'any'"),
        ("overlap", {"grade": 7}, "less than or equal to 3"),
        ("bonuses", {"employees": 10**30}, "less than or equal to"),
        ("law", {"law": "網法"}, "nothing answers to '網法'"),
        ("changes", {"before": "網", "after": "港"}, "there is no document"),
        ("cypher", {"text": "MATCH (n) DETACH DELETE n"}, "cypher"),
    ],
)
def test_what_is_wrong_is_said_to_the_assistant_and_no_traceback(
    store: Store, tool: str, arguments: dict[str, Any], what: str
) -> None:
    answer = ask(store, tool, **arguments)
    assert answer.is_error and what in said(answer) and "Traceback" not in said(answer)


def test_where_japanese_is_spoken_answers_and_refusals_are_japanese(store: Store) -> None:
    speak("ja")
    try:
        wrong = said(ask(store, "measure", measure="昼寝の施策"))
        pages = said(ask(store, "bonuses", size="中小企業", page=99))
        steps = json.loads(said(ask(store, "next_certification", size="中小企業")))["items"]
    finally:
        speak("en")
    assert "'昼寝の施策' に当たるものはありません" in wrong
    assert "99ページ目はありません" in pages
    assert steps
    assert [step["why"] for step in steps if re.search("[a-z]{3}", step["why"])] == []


def test_who_a_company_is_takes_the_same_arguments_everywhere(store: Store) -> None:
    by_name = {tool.name: tool.input_schema["properties"] for tool in tools(store).tools}
    assert by_name["bonuses"] == by_name["next_certification"]
    assert list(by_name["bonuses"])[:3] == ["size", "holds", "does"]


def test_lists_and_texts_are_cut_and_what_is_empty_is_left_out() -> None:
    value = {
        "a": None,
        "b": (),
        "c": [{"n": n} for n in range(20)],
        "d": "あ" * 1000,
        "e": [Source("doc", n) for n in range(1, 9)],
        "f": {"document": "doc", "line": 3},
        "g": 0,
    }
    made = small(value)
    assert list(made) == ["c", "d", "e", "f", "g"]
    assert made["c"][-1] == "… 8 more" and len(made["c"]) == 13
    assert len(made["d"]) == 400 and made["d"].endswith("…")
    assert made["e"] == ["doc:1", "doc:2", "doc:3", "doc:4", "… 4 more"] and made["f"] == "doc:3"


@pytest.mark.parametrize(
    ("tool", "arguments", "english", "japanese"),
    [
        ("find", {}, "words: Field required", "words: 必須の欄がありません"),
        ("find", {"words": ""}, "words: String should have at", "words: 1 字以上で書いてください"),
        ("money", {"by": "x"}, "by: Input should be 'ministry'", "by: 次のどれかを書いてください"),
        ("calls", {"page": 0}, "page: Input should be gr", "page: 1 以上の数を書いてください"),
        ("calls", {"opne": 1}, "there is no argument 'opne'", "'opne' という引数はありません"),
        ("nets", {}, "there is no tool 'nets' — one of find", "'nets' というツールはありません"),
    ],
)
def test_what_is_wrong_with_an_argument_is_said_in_the_language_of_the_session(
    store: Store, tool: str, arguments: dict[str, Any], english: str, japanese: str
) -> None:
    for language, says in (("en", english), ("ja", japanese)):
        speak(language)
        try:
            told = ask(store, tool, **arguments)
        finally:
            speak("en")
        assert told.is_error and said(told).startswith(says)


def test_no_row_of_a_page_is_cut_and_an_answer_too_large_is_refused() -> None:
    rows = paged(range(50), 1, 30, lambda n: n)
    assert json.loads(text(rows))["items"] == list(range(30))
    with pytest.raises(NotFound, match="more than 16,000 — ask for less"):
        text({"all": paged(range(50), 1, 50, lambda _: "あ" * 400)["items"]})


@pytest.mark.processes
def test_a_client_starts_the_command_and_asks_over_stdio(store: Store, tmp_path: Path) -> None:
    with open_store(tmp_path / "graph.lbug") as opened:
        load(replace(catalogue()), opened)
    run = StdioServerParameters(
        command=sys.executable,
        args=[str(ROOT / "shisaku.py"), "mcp", "--store", str(tmp_path / "graph.lbug")],
        cwd=str(ROOT),
    )

    async def asked() -> CallToolResult:
        async with Client(run) as client:
            return await client.call_tool("find", {"words": TITLE})

    told = json.loads(said(_run(asked())))
    assert told["items"][0]["id"] == names.EQUIPMENT
    assert told["items"][0]["address"].startswith("http://localhost:8501/measure?id=")


def test_without_the_package_one_line_says_what_to_do(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delitem(sys.modules, "commands.assistants.server")
    monkeypatch.setitem(sys.modules, "mcp.server.mcpserver", None)
    done = CliRunner().invoke(cli, ["mcp"])
    assert "the package mcp is not installed" in str(done.exception)
    assert "shisaku[assistants]" in str(done.exception)


@pytest.mark.parametrize("typed", ["nothing", "ftp://x", "https://me:secret@host"])
def test_an_address_of_the_dashboard_that_is_none_is_refused(typed: str) -> None:
    done = CliRunner().invoke(cli, ["mcp", "--dashboard", typed])
    assert done.exit_code == 2 and "is no address" in done.output


def test_the_package_is_imported_by_this_command_alone() -> None:
    users = [
        path.relative_to(ROOT).as_posix()
        for folder in ("commands", "queries", "loaders", "graph", "dashboard")
        for path in (ROOT / folder).rglob("*.py")
        if re.search(r"^\s*(?:from|import) mcp", path.read_text(encoding="utf-8"), re.M)
    ]
    assert users == ["commands/assistants/server.py"]


def test_the_page_shows_every_tool_with_an_example_that_its_arguments_take(store: Store) -> None:
    page = PAGE.read_text(encoding="utf-8")
    shown = dict(re.findall(r"^\| `(\w+)` \| .* \| `(\{.*\})` \|$", page, re.M))
    assert list(shown) == list(TITLES)
    for tool in tools(store).tools:
        example = json.loads(shown[tool.name])
        assert set(example) <= set(tool.input_schema["properties"])
        assert set(tool.input_schema.get("required", ())) <= set(example)
    for client in ("Claude Desktop", "VS Code", "Cursor"):
        assert f"## {client}" in page
    for block in re.findall(r"```json\n(.*?)```", page, re.S):
        assert "mcp" in json.dumps(json.loads(block))
